import { concat, type MappedText, slice } from './mappedText.ts';

const ideograph = /^\p{Script=Han}/u;
const word = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9!-/:-@[-`{-~]/u;
/** A character that stands at the end, with the marks on it: a ring or an accent is one of its own. */
const last = /\P{M}\p{M}*$/u;
/** Far longer than any character with its marks, in UTF-16 units. */
const CHARACTER_UNITS = 16;
/** 第一章, 第4节, 第十七条之一, 表1, 专栏2: what follows stands apart. */
const NUMBER =
  /^\s*(?:第\s*[一二三四五六七八九十百千零〇\d]+\s*[编篇章节条](?:之[一二三四五六七八九十]+)?|(?:图|表|专栏|附件)\s*[\d.-]+)$/u;
const NUMBER_UNITS = 24;
/** 序 言, 第一章 总 则: a word spread over its line. */
const SPREAD =
  /^\s*(?:第\s*[一二三四五六七八九十百千零〇\d]+\s*[编篇章节]\s+)?(?:\p{Script=Han}\s+)+\p{Script=Han}\s*$/u;

/**
 * White space as the reader sees it: none at the ends, none between a Chinese character and a digit, a
 * letter or a punctuation mark, one unit between Latin words, between two Chinese characters
 * (决定 草案) and behind the number of a heading (第一篇 总则). The kept unit is the source's own.
 */
export function settleSpace(piece: MappedText): MappedText {
  const kept: MappedText[] = [];
  const isSpread = SPREAD.test(piece.text);
  let from = 0;
  for (const match of piece.text.matchAll(/\s+/gu)) {
    const end = match.index + match[0].length;
    const isInside = match.index > 0 && end < piece.text.length;
    const isBehindNumber =
      match.index <= NUMBER_UNITS && NUMBER.test(piece.text.slice(0, match.index));
    const separates =
      !isSpread &&
      areSeparate(lastCharacter(piece.text, match.index), piece.text.slice(end, end + 2));
    const keep = isInside && (isBehindNumber || separates);
    kept.push(slice(piece, from, match.index + (keep ? 1 : 0)));
    from = end;
  }
  if (from === 0) return piece;
  return concat([...kept, slice(piece, from)]);
}

function lastCharacter(text: string, end: number): string {
  return last.exec(text.slice(Math.max(0, end - CHARACTER_UNITS), end))?.[0] ?? '';
}

/** Looks at the first character of either. */
function areSeparate(before: string, after: string): boolean {
  if (ideograph.test(before)) return ideograph.test(after);
  return word.test(before) && word.test(after);
}
