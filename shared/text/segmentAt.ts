import type { TextRange } from '../domain/place.ts';

/**
 * The index of the segment that holds an offset, by bisection; the separator between two segments
 * belongs to the later one. Segments are in text order. -1 when there are none.
 */
export function segmentAt(segments: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return segments.length === 0 ? -1 : low;
}
