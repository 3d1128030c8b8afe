// How wide a line was set: the length of a line is evidence, the count of its characters is not.

const OPENING = '“‘（《〈【［';
const CLOSING = '，。、；：？！”’）》〉】］';

/**
 * The width of a line in em (one Chinese character), as a typesetter sets it: digits and letters half,
 * marks that meet each other or an edge of the column lose half of their own square.
 */
export function lineWidth(line: string): number {
  let width = 0;
  let before = '';
  const text = line.trim();
  for (const character of text) {
    width += widthOf(character) - squeezed(character, before);
    before = character;
  }
  return text.length > 1 && CLOSING.includes(before) ? width - 0.5 : width;
}

function widthOf(character: string): number {
  if (/[.,:;]/u.test(character)) return 0.25;
  if (character === '%') return 0.85;
  if (/[\u2000-\u200a]/u.test(character)) return 0.3;
  return (character.codePointAt(0) ?? 0) < 0x2010 ? 0.5 : 1;
}

function squeezed(character: string, before: string): number {
  const meetsMark = before !== '' && (CLOSING.includes(before) || OPENING.includes(before));
  if (OPENING.includes(character)) return before === '' || meetsMark ? 0.5 : 0;
  return CLOSING.includes(character) && CLOSING.includes(before) && before !== '' ? 0.5 : 0;
}
