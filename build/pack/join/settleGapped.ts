import { concat, type MappedText, slice } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';

const GAP = /(?<=\S)(?:\s*?[\u2002\u2003\u3000]\s*|\s{3,})(?=\S)/gu;
const WIDE = /[\u2002\u2003\u3000]/u;

/** Space as shown, but one unit of a wide gap stays: it parts a name from what it names (表1  指标), or fields. */
export function settleGapped(text: MappedText): MappedText {
  const pieces: MappedText[] = [];
  let from = 0;
  for (const match of text.text.matchAll(GAP)) {
    const gap = match.index + Math.max(match[0].search(WIDE), 0);
    pieces.push(settleSpace(slice(text, from, match.index)), slice(text, gap, gap + 1));
    from = match.index + match[0].length;
  }
  return concat([...pieces, settleSpace(slice(text, from))]);
}
