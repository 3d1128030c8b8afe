import type { TextRange } from '../domain/place.ts';
import type { SourceLine } from '../ipc/reading.ts';

/** A part of the source that did not go into any document. Offsets in the source's text. */
export type Removal = TextRange & { readonly reason: string };

/**
 * The whole lines of a source that a range touches, each with the parts that were left out of the
 * documents. Lines end at LF, CRLF or CR, which are not part of them.
 *
 * `range` and `removals` are UTF-16 units of `text`; line numbers count from 1.
 */
export function sourceLines(
  text: string,
  range: TextRange,
  removals: readonly Removal[],
): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let number = 1;
  let start = 0;
  while (start <= text.length && start < Math.max(range.end, range.start + 1)) {
    const { end, next } = lineAt(text, start);
    if (next > range.start) lines.push(lineOf(text, number, { start, end }, removals));
    number += 1;
    start = next;
  }
  return lines;
}

/** Where the line that begins at `start` ends, and where the next one begins. */
function lineAt(text: string, start: number): { end: number; next: number } {
  for (let index = start; index < text.length; index += 1) {
    const unit = text[index];
    if (unit === '\n') return { end: index, next: index + 1 };
    if (unit === '\r') return { end: index, next: index + (text[index + 1] === '\n' ? 2 : 1) };
  }
  return { end: text.length, next: text.length + 1 };
}

function lineOf(
  text: string,
  number: number,
  { start, end }: TextRange,
  removals: readonly Removal[],
): SourceLine {
  const removed = removals
    .filter((removal) => removal.start < end && start < removal.end)
    .map((removal) => ({
      start: Math.max(removal.start, start) - start,
      end: Math.min(removal.end, end) - start,
      reason: removal.reason,
    }));
  return { number, text: text.slice(start, end), removed };
}
