// Tables in Markdown: | 指标 | 目标值 |

import type { DraftSegment, SourceLine } from '../draft.ts';
import { cut } from '../text/cut.ts';
import type { Ledger } from '../text/ledger.ts';
import { type MappedText, slice } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import type { LineRange } from './tabTable.ts';
import { tableSegment } from './tableSegment.ts';

const ROW = /^\s*\|.*\|\s*$/u;
const DELIMITER = /^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$/u;

/** Ranges of line indices that hold a row and below it the line that ends a header. */
export function findPipeTables(lines: readonly SourceLine[]): readonly LineRange[] {
  const ranges: LineRange[] = [];
  for (const [start, line] of lines.entries()) {
    const isInside = start < (ranges.at(-1)?.end ?? 0);
    const next = lines[start + 1]?.text.text ?? '';
    if (isInside || !ROW.test(line.text.text) || !DELIMITER.test(next)) continue;
    const length = lines.slice(start).findIndex(({ text }) => !ROW.test(text.text));
    ranges.push({ start, end: length === -1 ? lines.length : start + length });
  }
  return ranges;
}

/** The lines of one table as a segment. */
export function pipeTable(
  lines: readonly SourceLine[],
  group: number,
  ledger: Ledger,
): DraftSegment {
  const rows: MappedText[][] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 1) cut(line.text, /\S+/gu, 'table_markup', ledger);
    else rows.push(cellsOf(cut(line.text, /\*\*/gu, 'emphasis_markup', ledger), ledger));
  }
  return tableSegment(rows, 1, group);
}

function cellsOf(line: MappedText, ledger: Ledger): MappedText[] {
  const bars = [...line.text.matchAll(/(?<!\\)\|/gu)].map((match) => match.index);
  for (const bar of bars) ledger.remove(slice(line, bar, bar + 1), 'table_markup');
  return bars
    .slice(0, -1)
    .map((bar, index) => settleSpace(slice(line, bar + 1, bars[index + 1] ?? bar + 1)));
}
