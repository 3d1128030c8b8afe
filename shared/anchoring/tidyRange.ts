// What a hand selects is not yet what it means: a triple click takes the line feed along,
// a drag may end inside a surrogate pair or a combined character.

import type { TextRange } from '../domain/place.ts';

/** Far longer than any grapheme cluster of real text, in UTF-16 units. */
const CLUSTER_WINDOW = 64;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Cuts blanks and segment separators from both ends and widens to whole graphemes.
 * Returns null when nothing is left or the range does not lie in the text.
 */
export function tidyRange(text: string, range: TextRange): TextRange | null {
  if (range.start < 0 || range.end > text.length || range.start >= range.end) return null;
  const selected = text.slice(range.start, range.end);
  const start = range.start + (selected.length - selected.trimStart().length);
  const end = range.end - (selected.length - selected.trimEnd().length);
  if (start >= end) return null;
  return { start: clusterAt(text, start).start, end: clusterAt(text, end - 1).end };
}

/** The range of the grapheme cluster that holds the unit at `offset`. */
function clusterAt(text: string, offset: number): TextRange {
  const windowStart = Math.max(0, offset - CLUSTER_WINDOW);
  const window = text.slice(windowStart, offset + CLUSTER_WINDOW);
  const cluster = graphemes.segment(window).containing(offset - windowStart);
  if (cluster === undefined) throw new RangeError('offset lies behind the text');
  const start = windowStart + cluster.index;
  return { start, end: start + cluster.segment.length };
}
