import type { TextRange } from '../domain/place.ts';

/** Ranges with one more: in order, none touching another, covering what any of them covered. */
export function addRange(ranges: readonly TextRange[], added: TextRange): readonly TextRange[] {
  const joined: TextRange[] = [];
  for (const range of [...ranges, added].toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (range.start >= range.end) continue;
    if (last === undefined || last.end < range.start) joined.push(range);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return joined;
}
