import { segmentElements } from './rangeOfPlace.ts';

/**
 * The segment one stands on: the one with focus (J, K, a click), else the first whose text is in sight.
 * Null in an empty text.
 */
export function currentSegment(root: HTMLElement, scroller: HTMLElement): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-segment]');
  if (focused && root.contains(focused)) return focused;
  const { top } = scroller.getBoundingClientRect();
  return (
    segmentElements(root).find((element) => element.getBoundingClientRect().bottom > top + 8) ??
    null
  );
}
