import type { SourceLine } from '../draft.ts';
import { fromSource } from '../text/mappedText.ts';

/**
 * A text as lines with their places; CR LF, LF, CR, NEL, LS, PS and vertical tab end a line, a form feed
 * begins one and stays at its head: it marks the page.
 */
export function splitLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029\v]|(?=\f)/g)) {
    if (match[0] === '' && match.index === from) continue;
    lines.push({ number: lines.length + 1, text: fromSource(text, from, match.index) });
    from = match.index + match[0].length;
  }
  if (from < text.length) {
    lines.push({ number: lines.length + 1, text: fromSource(text, from, text.length) });
  }
  return lines;
}
