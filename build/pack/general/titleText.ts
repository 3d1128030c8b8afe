import { concat, type MappedText, slice } from '../text/mappedText.ts';

/** A title printed on several lines as one text: breaks, and spaces that stand for breaks, are left out. */
export function titleText(lines: readonly MappedText[]): MappedText {
  const whole = concat(lines);
  const kept: MappedText[] = [];
  let from = 0;
  for (const match of whole.text.matchAll(/(?<=\P{ASCII})\s+(?=\P{ASCII})|^\s+|\s+$/gu)) {
    kept.push(slice(whole, from, match.index));
    from = match.index + match[0].length;
  }
  return concat([...kept, slice(whole, from)]);
}
