import type { TextRange } from '../../../shared/domain/place.ts';

/** Print mixes both widths, also in one pair. */
export const BRACKETS = { opening: '（(', closing: '）)' } as const;

/** The bracket that ends `text`, whatever the widths of its two marks; a full stop may follow it. */
export function closingBracket(text: string): TextRange | null {
  const end = text.replace(/[。．\s]+$/u, '').length;
  if (end === 0 || !BRACKETS.closing.includes(text.charAt(end - 1))) return null;
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const unit = text.charAt(at);
    if (BRACKETS.closing.includes(unit)) depth += 1;
    if (BRACKETS.opening.includes(unit)) depth -= 1;
    if (depth === 0) return { start: at, end };
  }
  return null;
}
