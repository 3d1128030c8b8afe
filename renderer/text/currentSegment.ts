import { segmentAtHeight } from './segmentAtHeight.ts';

/** A line counts as in sight from this far below the upper edge, in CSS pixels. */
const IN_SIGHT = 8;

/**
 * The segment one stands on: the one with focus (J, K, a click), else the first whose text is in sight.
 * Null in an empty text.
 */
export function currentSegment(root: HTMLElement, scroller: HTMLElement): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-segment]');
  if (focused && root.contains(focused)) return focused;
  return segmentAtHeight(root, scroller.getBoundingClientRect().top + IN_SIGHT);
}
