import { concat, type MappedText, slice } from './mappedText.ts';

const ideograph = /[\p{Script=Han}]/u;
const latin = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]/u;
const latinPunctuation = /[!-/:-@[-`{-~]/;

/**
 * White space as the reader sees it: none at the ends, none between a Chinese character and a digit, a
 * letter or a punctuation mark, one unit between Latin words and between two Chinese characters
 * (第一篇 总则). The kept unit is the source's own.
 */
export function settleSpace(piece: MappedText): MappedText {
  const kept: MappedText[] = [];
  let from = 0;
  for (const match of piece.text.matchAll(/\s+/gu)) {
    const end = match.index + match[0].length;
    const before = piece.text.charAt(match.index - 1);
    const after = piece.text.charAt(end);
    const keep = match.index > 0 && end < piece.text.length && separates(before, after);
    kept.push(slice(piece, from, match.index + (keep ? 1 : 0)));
    from = end;
  }
  if (from === 0) return piece;
  return concat([...kept, slice(piece, from)]);
}

function separates(before: string, after: string): boolean {
  if (ideograph.test(before)) return ideograph.test(after);
  const wordBefore = latin.test(before) || latinPunctuation.test(before);
  const wordAfter = latin.test(after) || latinPunctuation.test(after);
  return wordBefore && wordAfter;
}
