import type { Page } from '@playwright/test';

/** Selects a passage of the open document the way a reader does: pressing at its start, dragging to its end. */
export async function selectText(window: Page, passage: string): Promise<void> {
  const segment = window.locator('[data-segment]').filter({ hasText: passage }).first();
  await segment.scrollIntoViewIfNeeded();
  const ends = await segment.evaluate(endsOfPassage, passage);
  await window.mouse.move(ends.start.x, ends.start.y);
  await window.mouse.down();
  await window.mouse.move(ends.end.x, ends.end.y, { steps: 8 });
  await window.mouse.up();
}

type Point = { readonly x: number; readonly y: number };

// Runs in the page: where the passage's first and last character are on the screen.
function endsOfPassage(
  segment: Element,
  passage: string,
): { readonly start: Point; readonly end: Point } {
  const from = segment.textContent.indexOf(passage);
  const to = from + passage.length;
  const range = document.createRange();
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from >= offset && from < offset + length) range.setStart(node, from - offset);
    if (to > offset && to <= offset + length) range.setEnd(node, to - offset);
    offset += length;
  }
  const lines = [...range.getClientRects()];
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) throw new Error(`not on the screen: ${passage}`);
  return {
    start: { x: first.left + 1, y: first.top + first.height / 2 },
    end: { x: last.right - 1, y: last.top + last.height / 2 },
  };
}
