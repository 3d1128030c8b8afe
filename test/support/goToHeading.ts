import { expect, type Page } from '@playwright/test';

/** Goes to a heading with the keys and waits until the text has come to rest there. */
export async function goToHeading(window: Page, heading: string): Promise<void> {
  await window.keyboard.press('g');
  const box = window.getByRole('combobox', { name: '到标题' });
  await expect(box).toBeFocused();
  await box.fill(heading);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await textAtRest(window);
}

/**
 * Waits until no open text has scrolled for longer than a jump takes to settle (SETTLING_FRAMES of
 * scrollToPlace.ts): counted in frames, so that a slow machine waits longer.
 */
async function textAtRest(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const places = () =>
      [...document.querySelectorAll('[role="group"][aria-label^="正文"]')]
        .map(({ scrollTop, scrollHeight }) => `${String(scrollTop)}/${String(scrollHeight)}`)
        .join();
    let before = places();
    for (let still = 0; still < 16; still += 1) {
      await frame();
      const now = places();
      if (now !== before) still = 0;
      before = now;
    }
  });
}
