import type { SourceLine } from '../draft.ts';
import { fromSource } from '../text/mappedText.ts';

/** A text as lines with their places; CR LF, LF, CR, NEL, LS, PS, form feed and vertical tab end a line. */
export function splitLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/g)) {
    lines.push({ number: lines.length + 1, text: fromSource(text, from, match.index) });
    from = match.index + match[0].length;
  }
  if (from < text.length) {
    lines.push({ number: lines.length + 1, text: fromSource(text, from, text.length) });
  }
  return lines;
}
