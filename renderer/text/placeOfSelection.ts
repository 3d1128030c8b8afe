import { tidyRange } from '../../shared/anchoring/tidyRange.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Place } from '../../shared/domain/place.ts';
import { offsetOfPoint } from './offsetOfPoint.ts';

/**
 * The document place of the selection, tidied to whole graphemes without blanks at its ends. An end
 * outside of any segment (a triple click ends at the start of the next block) is drawn back to the text.
 *
 * Null when nothing is selected or the selection does not touch this text.
 */
export function placeOfSelection(
  selection: Selection | null,
  root: HTMLElement,
  { document: { id }, text }: DocumentContent,
): Place | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;

  const start =
    offsetOfPoint(range.startContainer, range.startOffset) ?? edge(root, range, 'start');
  const end = offsetOfPoint(range.endContainer, range.endOffset) ?? edge(root, range, 'end');
  if (start === null || end === null || start >= end) return null;
  const tidy = tidyRange(text, { start, end });
  return tidy && { documentId: id, ...tidy };
}

/** Where the first or last segment inside the selection begins or ends. */
function edge(root: HTMLElement, range: Range, side: 'start' | 'end'): number | null {
  // What is still on its way is selected too when both ends lie around it.
  const all = root.querySelectorAll<HTMLElement>('[data-segment], [data-waiting]');
  const inside = [...all].filter((element) => range.intersectsNode(element));
  const element = side === 'start' ? inside[0] : inside.at(-1);
  if (!element) return null;
  if (side === 'start') return Number(element.dataset['start']);
  // An end point just before an element touches it without selecting any of it.
  const point = document.createRange();
  point.selectNodeContents(element);
  const isReached = range.compareBoundaryPoints(Range.START_TO_END, point) > 0;
  const reached = isReached ? element : inside.at(-2);
  return reached ? Number(reached.dataset['end']) : null;
}
