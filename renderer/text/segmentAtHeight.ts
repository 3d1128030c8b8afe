/**
 * The first segment element whose lower edge lies below a height of the window, in CSS pixels; the last
 * one when all lie above; null where the text is still on its way. Bisects the chunks (the children of
 * `root`) and lays out only the one it ends in: asking every segment would lay out the whole document,
 * which takes seconds for a law code.
 */
export function segmentAtHeight(root: HTMLElement, y: number): HTMLElement | null {
  const chunk = chunkAtHeight(root, y);
  if (!chunk) return null;
  const segments = [...chunk.querySelectorAll<HTMLElement>('[data-segment]')];
  return segments[firstBelow(segments, y)] ?? segments.at(-1) ?? null;
}

/** The chunk at a height; the last one when all lie above. It has its offsets as a segment has. */
export function chunkAtHeight(root: HTMLElement, y: number): HTMLElement | null {
  const chunks = chunkElements(root);
  return chunks[firstBelow(chunks, y)] ?? chunks.at(-1) ?? null;
}

/** The indexes of the chunks at two heights. */
export function chunksBetween(
  root: HTMLElement,
  top: number,
  bottom: number,
): { readonly first: number; readonly last: number } {
  const chunks = chunkElements(root);
  return { first: firstBelow(chunks, top), last: firstBelow(chunks, bottom) };
}

/** The chunks of a text, in text order. */
export function chunkElements(root: HTMLElement): readonly HTMLElement[] {
  return [...root.children].filter((child) => child instanceof HTMLElement);
}

/** Bisection over elements that stand under each other; their number when all lie above. */
function firstBelow(elements: readonly Element[], y: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element && element.getBoundingClientRect().bottom <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
