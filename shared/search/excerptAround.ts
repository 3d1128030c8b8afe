// Cuts an excerpt out of a segment so that the hit stands in the middle and no grapheme and no number is torn.

import type { TextRange } from '../domain/place.ts';

export type Excerpt = {
  readonly text: string;
  readonly marks: readonly TextRange[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
};

/** Graphemes shown, about two lines of the result list. */
const EXCERPT_LENGTH = 72;

/** Latin, Han and their punctuation: every unit is a grapheme of its own. */
const plain =
  /^[\u0020-\u00ac\u00ae-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u303f\u4e00-\u9fff\uff01-\uff60]*$/;

/** The first of a process takes ten milliseconds: not while a search holds the window. */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** No grapheme of ordinary text is longer; what is, may be torn at the far end of the excerpt. */
const unitsPerGrapheme = 8;

/** Half of 377.28 is another number. */
const wordUnit = /[\d０-９A-Za-z.,%％‰]/;

/** What is longer than a number or a word, such as an address, is torn. */
const longestWord = 16;

/**
 * An excerpt of at most `length` graphemes around the first mark. Marks outside it are dropped, marks
 * that reach out of it are cut. White space inside (a table's TABs and line feeds) becomes one blank each,
 * so that offsets stay.
 */
export function excerptAround(
  text: string,
  marks: readonly TextRange[],
  length = EXCERPT_LENGTH,
): Excerpt {
  const first = marks[0] ?? { start: 0, end: 0 };
  const bounds = listBounds(text, first, length);
  const from = lastIndexAtMost(bounds, first.start);
  const to = firstIndexAtLeast(bounds, first.end);
  const room = Math.max(0, length - (to - from));
  let low = Math.max(0, from - Math.ceil(room / 2));
  const high = Math.min(bounds.length - 1, low + Math.max(length, to - from));
  low = Math.max(0, Math.min(low, high - length));
  const start = afterWord(text, bounds[low] ?? 0, first.start);
  const end = beforeWord(text, bounds[high] ?? text.length, first.end);
  return {
    text: text.slice(start, end).replace(/[\t\n\r]/g, ' '),
    marks: marks
      .filter((mark) => mark.end > start && mark.start < end)
      .map((mark) => ({
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      })),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  };
}

/** Where the number or word ends that `offset` tears, if it ends before `limit`; `offset` where it tears none. */
function afterWord(text: string, offset: number, limit: number): number {
  for (let at = offset; at <= Math.min(limit, offset + longestWord); at += 1) {
    if (!isInWord(text, at)) return at;
  }
  return offset;
}

function beforeWord(text: string, offset: number, limit: number): number {
  for (let at = offset; at >= Math.max(limit, offset - longestWord); at -= 1) {
    if (!isInWord(text, at)) return at;
  }
  return offset;
}

function isInWord(text: string, offset: number): boolean {
  return wordUnit.test(text.charAt(offset - 1)) && wordUnit.test(text.charAt(offset));
}

/** Offsets between graphemes around the mark, far enough to cut the excerpt from; both ends included. */
function listBounds(text: string, mark: TextRange, length: number): readonly number[] {
  const near = windowAround(text, mark, length + 1);
  if (plain.test(near.text)) {
    return Array.from({ length: near.text.length + 1 }, (_, index) => near.start + index);
  }
  const far = windowAround(text, mark, length * unitsPerGrapheme);
  const bounds = Array.from(graphemes.segment(far.text), (grapheme) => grapheme.index + far.start);
  // The window may begin inside a grapheme: its first bound is none.
  if (far.start > 0) bounds.shift();
  bounds.push(far.start + far.text.length);
  return bounds;
}

function windowAround(text: string, mark: TextRange, reach: number) {
  const start = Math.max(0, mark.start - reach);
  return { start, text: text.slice(start, mark.end + reach) };
}

function lastIndexAtMost(bounds: readonly number[], offset: number): number {
  const after = bounds.findIndex((bound) => bound > offset);
  return Math.max(0, (after < 0 ? bounds.length : after) - 1);
}

function firstIndexAtLeast(bounds: readonly number[], offset: number): number {
  const index = bounds.findIndex((bound) => bound >= offset);
  return index < 0 ? bounds.length - 1 : index;
}
