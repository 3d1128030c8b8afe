/**
 * The first segment element whose lower edge lies below a height of the window, in CSS pixels; the last
 * one when all lie above. Bisects the chunks (the children of `root`) and lays out only the one it
 * ends in: asking every segment would lay out the whole document, which takes seconds for a law code.
 */
export function segmentAtHeight(root: HTMLElement, y: number): HTMLElement | null {
  const chunk = firstBelow([...root.children], y);
  if (!chunk) return null;
  const segments = [...chunk.querySelectorAll<HTMLElement>('[data-segment]')];
  return firstBelow(segments, y) ?? segments.at(-1) ?? null;
}

/** Bisection over elements that stand under each other. */
function firstBelow<Kind extends Element>(elements: readonly Kind[], y: number): Kind | null {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element && element.getBoundingClientRect().bottom <= y) low = middle + 1;
    else high = middle;
  }
  return elements[low] ?? elements.at(-1) ?? null;
}
