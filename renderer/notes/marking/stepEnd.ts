import type { TextRange } from '../../../shared/domain/place.ts';

/** Longer than any grapheme cluster of real text, in UTF-16 units. */
const WINDOW = 64;

/**
 * A range with one end moved by one grapheme, over separators of segments and cells where it meets them.
 * Null when nothing would be left or the text ends.
 */
export function stepEnd(
  text: string,
  range: TextRange,
  end: 'start' | 'end',
  step: 1 | -1,
): TextRange | null {
  let offset: number | null = range[end];
  do {
    offset = step === 1 ? nextBoundary(text, offset) : previousBoundary(text, offset);
  } while (offset !== null && isBlankAtEdge(text, offset, end));
  if (offset === null) return null;
  const moved = { ...range, [end]: offset };
  return moved.start < moved.end ? moved : null;
}

/** An end never rests on a blank: the passage would begin or stop with nothing. */
function isBlankAtEdge(text: string, offset: number, end: 'start' | 'end'): boolean {
  const unit = end === 'start' ? text[offset] : text[offset - 1];
  return unit !== undefined && unit.trim() === '';
}

function nextBoundary(text: string, offset: number): number | null {
  const [first] = clusters(text.slice(offset, offset + WINDOW));
  return first === undefined ? null : offset + first.length;
}

function previousBoundary(text: string, offset: number): number | null {
  const last = clusters(text.slice(Math.max(0, offset - WINDOW), offset)).at(-1);
  return last === undefined ? null : offset - last.length;
}

function clusters(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
