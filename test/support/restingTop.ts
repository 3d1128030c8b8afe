import type { Locator } from '@playwright/test';

/** How far an element is scrolled, in CSS pixels, once it has stood still for twenty frames. */
export function restingTop(scroller: Locator): Promise<number> {
  return scroller.evaluate(async (element) => {
    let still = 0;
    let top = element.scrollTop;
    while (still < 20) {
      await new Promise(requestAnimationFrame);
      still = element.scrollTop === top ? still + 1 : 0;
      top = element.scrollTop;
    }
    return top;
  });
}
