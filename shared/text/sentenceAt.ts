import type { TextRange } from '../domain/place.ts';

/** Sentence ends of Chinese and Western text with the closing marks that belong to them. */
const sentenceEnd = /[。！？!?；;…]+[”’」』）)】》]*|\n|\t|\.(?=\s|$)/gu;

/**
 * The sentence around `offset` within `range` (a segment), without blanks at its ends.
 * An offset right behind a sentence's end belongs to the next one, if there is one.
 */
export function sentenceAt(text: string, range: TextRange, offset: number): TextRange {
  const whole = text.slice(range.start, range.end);
  let start = 0;
  for (const match of whole.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (range.start + end > offset && end > start)
      return trimmed(text, range.start + start, range.start + end);
    start = end;
  }
  if (start === whole.length) start = lastSentenceStart(whole);
  return trimmed(text, range.start + start, range.end);
}

function lastSentenceStart(whole: string): number {
  const ends = [...whole.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  return ends.findLast((end) => end < whole.length) ?? 0;
}

function trimmed(text: string, start: number, end: number): TextRange {
  const part = text.slice(start, end);
  return {
    start: start + part.length - part.trimStart().length,
    end: end - (part.length - part.trimEnd().length),
  };
}
