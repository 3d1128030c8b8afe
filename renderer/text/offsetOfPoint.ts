/**
 * The document offset of a DOM boundary point, by counting the text between the start of its segment
 * and the point. Works because a segment's `textContent` is exactly its text.
 *
 * Returns null outside a segment.
 */
export function offsetOfPoint(node: Node, offset: number): number | null {
  const segment = segmentOf(node);
  const start = segment?.dataset['start'];
  if (!segment || start === undefined) return null;

  const before = document.createRange();
  before.setStart(segment, 0);
  before.setEnd(node, offset);
  return Number(start) + before.toString().length;
}

/** The element of the segment a node lies in. */
function segmentOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-segment]') ?? null;
}
