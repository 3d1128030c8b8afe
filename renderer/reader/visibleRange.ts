import { offsetOfPoint } from '../text/offsetOfPoint.ts';
import { PLACE_AT_PX } from './scrollToPlace.ts';
import { segmentAtHeight } from '../text/segmentAtHeight.ts';

/**
 * Below the upper edge by this much a line counts as the first one read, in CSS pixels: just inside the
 * line that a jump brings there, so that going to a stored place and storing it again moves nothing.
 */
const READING_LINE = PLACE_AT_PX + 4;
/** Above the lower edge by this much a line counts as the last one. */
const LAST_LINE = 8;

export type VisibleRange = { readonly first: number; readonly last: number };

/**
 * The document offsets of the first and the last unit on screen. The chunks are searched by bisection,
 * and only the two that reach into the window are laid out for it.
 */
export function visibleRange(scroller: HTMLElement, root: HTMLElement): VisibleRange | null {
  const { top, bottom } = scroller.getBoundingClientRect();
  const above = segmentAtHeight(root, top + READING_LINE);
  const below = segmentAtHeight(root, bottom - LAST_LINE);
  if (!above) return null;
  const first = offsetAtHeight(above, top + READING_LINE);
  const last = below ? offsetAtHeight(below, bottom - LAST_LINE) : first;
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
  const end = isAtEnd ? endOf(root) : null;
  return { first, last: Math.max(first, end ?? last) };
}

/** Inside a long paragraph the very line counts; elsewhere its beginning. */
function offsetAtHeight(segment: HTMLElement, y: number): number {
  const { left, top } = segment.getBoundingClientRect();
  const start = Number(segment.dataset['start']);
  if (top >= y) return start;
  const caret = document.caretPositionFromPoint(left + 2, y);
  const offset =
    caret && segment.contains(caret.offsetNode)
      ? offsetOfPoint(caret.offsetNode, caret.offset)
      : null;
  return offset ?? start;
}

function endOf(root: HTMLElement): number | null {
  const segments = root.lastElementChild?.querySelectorAll<HTMLElement>('[data-segment]');
  const last = segments && [...segments].at(-1);
  return last ? Number(last.dataset['end']) : null;
}
