// The numbers that Chinese documents put before headings and items, from the highest rank to the lowest:
// 第一编, 第一篇, 第一章, 第一节, 一、, （一）, 1., （1）, ①; and 第一条, which is never a heading by itself.

type NumberingStyle =
  | 'book'
  | 'chapter'
  | 'section'
  | 'comma'
  | 'bracket'
  | 'digit'
  | 'digit_bracket'
  | 'circle'
  | 'article';

type Numbering = {
  readonly style: NumberingStyle;
  /** As printed, without punctuation: 一, 12 */
  readonly number: string;
  /** Units of the text that the number and its punctuation take. */
  readonly length: number;
};

const HAN = '[一二三四五六七八九十百千零〇]+';
const patterns: readonly (readonly [NumberingStyle, RegExp])[] = [
  ['book', new RegExp(`^第\\s*(${HAN}|\\d+)\\s*[编篇]\\s*`, 'u')],
  ['chapter', new RegExp(`^第\\s*(${HAN}|\\d+)\\s*章\\s*`, 'u')],
  ['section', new RegExp(`^第\\s*(${HAN}|\\d+)\\s*节\\s*`, 'u')],
  ['comma', new RegExp(`^(${HAN})、\\s*`, 'u')],
  ['bracket', new RegExp(`^[（(]\\s*(${HAN})\\s*[）)]、?\\s*`, 'u')],
  ['digit', /^(\d{1,3})(?:[.．](?!\d)|、)\s*/u],
  ['digit_bracket', /^[（(]?(\d{1,3})[）)]\s*/u],
  ['circle', /^([①-⑳])\s*/u],
  // The space is what tells an article from a mention of one (第五条规定的).
  ['article', new RegExp(`^(第\\s*(?:${HAN}|\\d+)\\s*条(?:之${HAN})?)(?=[\\s【]|$)\\s*`, 'u')],
];

/** The number before a text, or null. Decimals (3.5) and years (2021年) are no numbers of items. */
export function numberingOf(text: string): Numbering | null {
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(text);
    const number = match?.[1];
    if (match !== null && number !== undefined) return { style, number, length: match[0].length };
  }
  return null;
}

/** 0 is the highest rank. */
export function rankOf(style: NumberingStyle): number {
  return patterns.findIndex(([name]) => name === style);
}
