// A table printed line by line: a header of N columns, rows that begin with their number, and a category
// behind the number of the first row it stands for.

import type { DraftCell, DraftSegment } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { concat, made, type MappedText, slice } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { withoutTabs } from './printedPages.ts';

const COLUMNS = 3;
const CATEGORY = 1;
const ROWS = 2;
/** Longer than any printed table: further lines are not tried. */
const LINES = 600;
/** Space that parts cells; a thin space inside a cell (千克 /万元) does not, nor does any in a bracket. */
const GAP = /[\s\u3000]*[ \t\u2002\u2003\u3000][\s\u3000]*/gu;
const SOFT_BREAK = /\ufffd\s*$/u;

type ReadTable = {
  readonly segment: DraftSegment;
  /** How many lines it took. */
  readonly taken: number;
};

/** The longest table that the lines begin with, its header first; null when they begin with none. */
export function tableByNumber(lines: readonly MappedText[], ledger: Ledger): ReadTable | null {
  const cells = lines.slice(0, LINES).map(cellsOf);
  for (let taken = cells.length; taken > ROWS; taken -= 1) {
    const rows = readRows(cells.slice(0, taken), lines);
    if (rows !== null) return { segment: build(rows, ledger), taken };
  }
  return null;
}

/** Header and rows, all with the header's number of columns; null stands for a cell merged with the one above. */
function readRows(
  lines: readonly (readonly MappedText[])[],
  printed: readonly MappedText[],
): readonly (readonly (MappedText | null)[])[] | null {
  const [header = [], ...body] = lines;
  if (header.length < COLUMNS) return null;
  const rows: MappedText[][] = [];
  for (const [index, cells] of body.entries()) {
    const isNext = cells[0]?.text === String(rows.length + 1);
    const row = rows.at(-1);
    if (isNext) {
      rows.push([...cells]);
    } else if (row === undefined) {
      return null;
    } else if (SOFT_BREAK.test(printed[index]?.text ?? '')) {
      const [continued, ...others] = cells;
      const open = row.pop();
      row.push(concat([open, continued].filter((cell) => cell !== undefined)), ...others);
    } else {
      row.push(...cells);
    }
  }
  if (rows.length < ROWS || rows[0]?.length !== header.length) return null;
  const isWhole = rows.every(
    ({ length }) => length === header.length || length === header.length - 1,
  );
  return isWhole ? [header, ...rows.map((row) => withCategory(row, header.length))] : null;
}

function withCategory(row: readonly MappedText[], columns: number): readonly (MappedText | null)[] {
  if (row.length === columns) return row;
  return [...row.slice(0, CATEGORY), null, ...row.slice(CATEGORY)];
}

function cellsOf(line: MappedText): readonly MappedText[] {
  const cells: MappedText[] = [];
  let from = 0;
  for (const match of line.text.matchAll(GAP)) {
    if (isInBracket(line.text, match.index) || isLetterSpace(line.text, match)) continue;
    cells.push(slice(line, from, match.index));
    from = match.index + match[0].length;
  }
  return [...cells, slice(line, from)].filter((cell) => cell.text !== '');
}

function isInBracket(text: string, at: number): boolean {
  return text.lastIndexOf('（', at) > text.lastIndexOf('）', at);
}

/** 序 号: a wide space between two characters that stand alone. */
function isLetterSpace(text: string, match: RegExpExecArray): boolean {
  if (!/[\u2003\u3000]/u.test(match[0])) return false;
  const before = /(?:^|\s)\p{Script=Han}$/u.test(text.slice(0, match.index));
  return before && /^\p{Script=Han}(?:\s|$)/u.test(text.slice(match.index + match[0].length));
}

function build(rows: readonly (readonly (MappedText | null)[])[], ledger: Ledger): DraftSegment {
  const pieces: MappedText[] = [];
  const cells: DraftCell[] = [];
  let at = 0;
  for (const [row, columns] of rows.entries()) {
    if (row > 0) at += add(pieces, made('\n'));
    for (const [column, cell] of columns.entries()) {
      if (cell === null) continue;
      if (column > 0) at += add(pieces, made('\t'));
      const start = at;
      at += add(pieces, settleSpace(withoutTabs(cell, ledger)));
      const rowSpan = 1 + mergedBelow(rows, row, column);
      cells.push({ row, column, rowSpan, columnSpan: 1, start, end: at });
    }
  }
  const columns = rows[0]?.length ?? 0;
  return { kind: 'table', text: concat(pieces), detail: { columns, headerRows: 1, cells } };
}

function add(pieces: MappedText[], piece: MappedText): number {
  pieces.push(piece);
  return piece.text.length;
}

function mergedBelow(
  rows: readonly (readonly (MappedText | null)[])[],
  row: number,
  column: number,
): number {
  const below = rows.slice(row + 1);
  const end = below.findIndex((cells) => cells[column] !== null);
  return end < 0 ? below.length : end;
}
