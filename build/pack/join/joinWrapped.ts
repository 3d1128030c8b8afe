import { concat, made, type MappedText, trim } from '../text/mappedText.ts';

const LATIN_END = /\p{Script=Latin}$/u;
const LATIN_START = /^\p{Script=Latin}/u;

/** Wrapped lines as one text. The break is nothing in Chinese, and a space between two Latin words. */
export function joinWrapped(lines: readonly MappedText[]): MappedText {
  const pieces: MappedText[] = [];
  let before = '';
  for (const line of lines) {
    const bare = trim(line);
    if (LATIN_END.test(before) && LATIN_START.test(bare.text)) pieces.push(made(' '));
    pieces.push(bare);
    before = bare.text;
  }
  return concat(pieces);
}
