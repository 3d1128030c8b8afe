// Runs inside the page: one act of a reader, timed until what it asks for is painted.

export type Step = {
  readonly act:
    | { readonly kind: 'click'; readonly selector: string; readonly text?: string }
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'type'; readonly selector: string; readonly value: string };
  /** At least so many of these, one of them with this text. */
  readonly until: { readonly selector: string; readonly count?: number; readonly text?: string };
};

/** Milliseconds from the act to the first frame that shows its effect. Self-contained: it is sent to the page. */
export async function timeStep({ act, until }: Step): Promise<number> {
  const LIMIT_MS = 60_000;
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const matching = (selector: string, text = '') =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
      element.textContent.includes(text),
    );
  const isDone = () => matching(until.selector, until.text).length >= (until.count ?? 1);
  await frame();
  if (isDone()) throw new Error(`already there: ${until.selector}`);

  const begun = performance.now();
  if (act.kind === 'key') {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: act.key, cancelable: true }));
  } else {
    const [target] = matching(act.selector, act.kind === 'click' ? act.text : '');
    if (target === undefined) throw new Error(`not there: ${act.selector}`);
    if (act.kind === 'click') target.click();
    else if (target instanceof HTMLInputElement) {
      // React hears of a value only when it was set past its own setter.
      Reflect.set(HTMLInputElement.prototype, 'value', act.value, target);
      target.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  while (!isDone()) {
    if (performance.now() - begun > LIMIT_MS) throw new Error(`never came: ${until.selector}`);
    await frame();
  }
  await frame();
  return performance.now() - begun;
}

/** Milliseconds until no piece of the text is on its way any more. */
export async function timeRest(): Promise<number> {
  const begun = performance.now();
  while (document.querySelector('[data-waiting]') !== null) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  return performance.now() - begun;
}

/** Selects a piece of a segment, as a drag over it would leave it. */
export function selectIn(segment: string): void {
  const element = document.querySelector(`article [data-segment="${segment}"]`);
  const node = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!(node instanceof Text)) throw new Error(`no text in ${segment}`);
  document.getSelection()?.setBaseAndExtent(node, 2, node, 8);
}

/** Scrolls the text by most of a screen a second's worth of frames and answers how long each frame took, in ms. */
export async function timeScrolling(frames: number): Promise<readonly number[]> {
  const scroller = document.querySelector('article')?.parentElement?.parentElement;
  if (!scroller) throw new Error('nothing to scroll');
  const times: number[] = [];
  let last = await new Promise<number>((resolve) => {
    requestAnimationFrame(resolve);
  });
  for (let count = 0; count < frames; count += 1) {
    scroller.scrollTop += 240;
    const now = await new Promise<number>((resolve) => {
      requestAnimationFrame(resolve);
    });
    times.push(now - last);
    last = now;
  }
  return times;
}
