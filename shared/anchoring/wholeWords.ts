// Whether a range cuts through words, as the dictionary of the platform tells them apart. Only proposals
// are widened: what a person has marked stays as it was marked.

import type { TextRange } from '../domain/place.ts';

/** Further back than any clause reaches into which a word could be cut, in UTF-16 units. */
const CLAUSE_WINDOW = 64;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** True when no word of `text` reaches over `offset`. */
export function isWordBorder(text: string, offset: number): boolean {
  return wordAround(text, offset).start === offset;
}

/** The range with the words that it cuts at the ends asked for. */
export function wholeWords(
  text: string,
  { start, end }: TextRange,
  ends: { readonly start: boolean; readonly end: boolean },
): TextRange {
  return {
    start: ends.start ? wordAround(text, start).start : start,
    end: ends.end && !isWordBorder(text, end) ? wordAround(text, end).end : end,
  };
}

/** The word that begins at `offset` or reaches over it; nothing at the end of the text. */
function wordAround(text: string, offset: number): TextRange {
  const from = clauseStart(text, offset);
  const word = words.segment(text.slice(from, offset + CLAUSE_WINDOW)).containing(offset - from);
  if (word === undefined) return { start: offset, end: offset };
  return { start: from + word.index, end: from + word.index + word.segment.length };
}

/** Signs part words, so that those of a clause are the same wherever it stands. */
function clauseStart(text: string, offset: number): number {
  const from = Math.max(0, offset - CLAUSE_WINDOW);
  const before = text.slice(from, offset);
  const clause = /[\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0] ?? '';
  return offset - clause.length;
}
