import type { TextRange } from '../../shared/domain/place.ts';
import { chunkElements } from './segmentAtHeight.ts';

/**
 * The DOM range of document offsets, for rectangles, scrolling and selecting. An end at the border of
 * two segments belongs to the earlier one. Null when the text on screen does not reach that far.
 */
export function rangeOfPlace(root: HTMLElement, { start, end }: TextRange): Range | null {
  const from = pointOf(root, start, 'start');
  const to = start === end ? from : pointOf(root, end, 'end');
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

/**
 * The element of the segment that holds an offset; between two segments, the later one; null while it is
 * on its way. Bisects the chunks (the children of `root`) and looks through one of them alone.
 */
export function segmentElementAt(root: HTMLElement, offset: number): HTMLElement | null {
  const chunks = chunkElements(root);
  const next = firstIndex(chunks, (chunk) => Number(chunk.dataset['start']) > offset);
  const chunk = chunks[Math.max(0, next - 1)];
  // Behind the last segment of a chunk begins the next one; what is on its way is nowhere yet.
  const isBehind = chunk !== undefined && Number(chunk.dataset['end']) < offset;
  return segmentIn(isBehind ? chunks[next] : chunk, offset) ?? null;
}

/** The first segment of a chunk that reaches to an offset. */
function segmentIn(chunk: Element | undefined, offset: number): HTMLElement | undefined {
  if (!chunk) return undefined;
  const segments = [...chunk.querySelectorAll<HTMLElement>('[data-segment]')];
  return segments[firstIndex(segments, (element) => Number(element.dataset['end']) >= offset)];
}

/** The index of the first item for which `isPast` holds, by bisection; their number when it holds for none. */
function firstIndex<Item>(items: readonly Item[], isPast: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && !isPast(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Point = { readonly node: Text; readonly offset: number };

function pointOf(root: HTMLElement, offset: number, side: 'start' | 'end'): Point | null {
  const element = segmentElementAt(root, offset);
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
