import type { Database } from 'better-sqlite3';
import { splitLines } from '../read/splitLines.ts';

type OriginRow = { readonly start: number; readonly length: number; readonly source_start: number };
type LineRange = readonly [from: number, to: number];

/**
 * Answers which lines of the source a range of a document's text came from: ranges of line numbers from
 * 1, both ends included, in the order of the text.
 */
export function openLineFinder(
  db: Database,
  documentId: string,
  source: string,
): (start: number, end: number) => readonly LineRange[] {
  const lines = splitLines(source);
  const starts = lines.map((line) => line.text.origins[0]?.source ?? -1);
  const isBlank = (line: number): boolean => lines[line - 1]?.text.text.trim() === '';
  fillEmptyLines(starts);
  const origins = db
    .prepare<[string], OriginRow>(
      'SELECT start, length, source_start FROM origin WHERE document_id = ? ORDER BY start',
    )
    .all(documentId);
  return (start, end) => {
    const ranges: [number, number][] = [];
    for (const origin of origins) {
      const from = Math.max(start, origin.start);
      const to = Math.min(end, origin.start + origin.length);
      if (from >= to) continue;
      const shift = origin.source_start - origin.start;
      const first = lineAt(starts, from + shift);
      const last = lineAt(starts, to - 1 + shift);
      const before = ranges.at(-1);
      if (before !== undefined && goesOn(before, first, isBlank)) {
        before[1] = Math.max(before[1], last);
      } else {
        ranges.push([first, last]);
      }
    }
    return ranges;
  };
}

/** True when nothing but blank lines stands between a range and the line `first`. */
function goesOn([from, to]: LineRange, first: number, isBlank: (line: number) => boolean): boolean {
  if (first < from) return false;
  for (let line = to + 1; line < first; line += 1) if (!isBlank(line)) return false;
  return true;
}

/** An empty line has no unit of its own: it begins where the next filled one does. */
function fillEmptyLines(starts: number[]): void {
  for (let index = starts.length - 1, next = Infinity; index >= 0; index -= 1) {
    const start = starts[index];
    if (start === undefined || start === -1) starts[index] = next;
    else next = start;
  }
}

/** The number of the last line that begins at or before a unit. */
function lineAt(starts: readonly number[], unit: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
