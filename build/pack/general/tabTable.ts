// Tables as Word exports them: a cell begins with a TAB and may go on in the next lines, an empty line ends
// a row, and a cell merged with the one above it is empty.

import type { DraftSegment, SourceLine } from '../draft.ts';
import { joinWrapped } from '../join/joinWrapped.ts';
import type { MappedText } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { tableSegment } from './tableSegment.ts';

export type LineRange = { readonly start: number; readonly end: number };

/** Ranges of line indices, half-open, that hold such tables. */
export function findTabTables(lines: readonly SourceLine[]): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let start = 0;
  while (start < lines.length) {
    const end = isCell(lines[start]) && isCell(lines[start + 1]) ? endOfTable(lines, start) : start;
    if (end > start) ranges.push({ start, end });
    start = Math.max(end, start + 1);
  }
  return ranges;
}

/** The lines of one table as a segment; its first row is the header. */
export function tabTable(lines: readonly SourceLine[], group: number): DraftSegment {
  const rows: MappedText[][][] = [[]];
  for (const line of lines) {
    if (isCell(line)) rows.at(-1)?.push([line.text]);
    else if (line.text.text.trim() === '') rows.push([]);
    else rows.at(-1)?.at(-1)?.push(line.text);
  }
  const filled = rows
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.map((cell) => settleSpace(joinWrapped(cell))));
  return tableSegment(filled, 1, group);
}

function isCell(line: SourceLine | undefined): boolean {
  return line?.text.text.startsWith('\t') ?? false;
}

function endOfTable(lines: readonly SourceLine[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const isEmpty = line?.text.text === '';
    const goesOn = !isEmpty && lines[at - 1]?.text.text !== '';
    if (isCell(line) || goesOn) end = at + 1;
    else if (!isEmpty) break;
  }
  return end;
}
