import type { TextRange } from '../../shared/domain/place.ts';

/**
 * The DOM range of document offsets, for rectangles, scrolling and selecting. An end at the border of
 * two segments belongs to the earlier one. Null when the text on screen does not reach that far.
 *
 * `segments` are the segment elements in text order (see `segmentElements`).
 */
export function rangeOfPlace(
  segments: readonly HTMLElement[],
  { start, end }: TextRange,
): Range | null {
  const from = pointOf(segments, start, 'start');
  const to = start === end ? from : pointOf(segments, end, 'end');
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The segment elements under a root, in text order. */
export function segmentElements(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-segment]')];
}

/** The element of the segment that holds an offset, by bisection; between two segments, the later one. */
export function segmentElementAt(
  segments: readonly HTMLElement[],
  offset: number,
): HTMLElement | null {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = segments[middle];
    if (element && Number(element.dataset['end']) < offset) low = middle + 1;
    else high = middle;
  }
  return segments[low] ?? null;
}

type Point = { readonly node: Text; readonly offset: number };

function pointOf(
  segments: readonly HTMLElement[],
  offset: number,
  side: 'start' | 'end',
): Point | null {
  const element = segmentElementAt(segments, offset);
  if (!element) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset - Number(element.dataset['start']);
  let last: Point | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    // A start at the end of a text node belongs to the next one, an end stays.
    if (left < node.length || (side === 'end' && left === node.length)) {
      return { node, offset: Math.max(left, 0) };
    }
    left -= node.length;
    last = { node, offset: node.length };
  }
  return last;
}
