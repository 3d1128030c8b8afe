import { expect, type Locator, type Page } from '@playwright/test';

type Passage = { readonly segment: Locator; readonly text: string };

/** Selects a passage of the open document the way a reader does: pressing at its start, dragging to its end. */
export async function selectText(window: Page, text: string): Promise<void> {
  const segment = window.locator('[data-segment]').filter({ hasText: text }).first();
  await selectBetween(window, { segment, text });
}

/**
 * Selects from the start of one passage to the end of another. A text that moves under the hand, as when
 * the margin beside it opens, has another selection made in it: then it is made once more.
 */
export async function selectBetween(
  window: Page,
  from: Passage,
  to: Passage = from,
): Promise<void> {
  await expect(async () => {
    await drag(window, from, to);
    const selected = (await window.evaluate(() => getSelection()?.toString() ?? '')).trim();
    if (selected.startsWith(from.text) && selected.endsWith(to.text)) return;
    // A press on a selection would drag it away.
    await window.evaluate(() => getSelection()?.removeAllRanges());
    throw new Error(`selected instead: ${selected}`);
  }).toPass();
}

async function drag(window: Page, from: Passage, to: Passage): Promise<void> {
  await to.segment.scrollIntoViewIfNeeded();
  await from.segment.scrollIntoViewIfNeeded();
  const { start } = await from.segment.evaluate(endsOfPassage, from.text);
  const { end } = await to.segment.evaluate(endsOfPassage, to.text);
  await window.mouse.move(start.x, start.y);
  await window.mouse.down();
  await window.mouse.move(end.x, end.y, { steps: 8 });
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
