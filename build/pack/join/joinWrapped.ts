import { concat, made, type MappedText, trim } from '../text/mappedText.ts';

const WORD_END = /\p{Script=Latin}\p{M}*$/u;
const WORD_START = /^\p{Script=Latin}/u;
const CAPITAL_END = /\p{Lu}\p{M}*$/u;
const CAPITAL_START = /^\p{Lu}/u;

/**
 * Wrapped lines as one text. The break is nothing in Chinese or inside an abbreviation (SK + EMA), and a
 * space between two Latin words.
 */
export function joinWrapped(lines: readonly MappedText[]): MappedText {
  const pieces: MappedText[] = [];
  let before = '';
  for (const line of lines) {
    const bare = trim(line);
    if (areWords(before, bare.text)) pieces.push(made(' '));
    pieces.push(bare);
    before = bare.text;
  }
  return concat(pieces);
}

function areWords(before: string, after: string): boolean {
  if (CAPITAL_END.test(before) && CAPITAL_START.test(after)) return false;
  return WORD_END.test(before) && WORD_START.test(after);
}
