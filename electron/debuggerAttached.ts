// For test builds alone: the tests' debugger is waited for before the first window is made.

declare global {
  /** Playwright calls it once it is attached to the browser. */
  var __playwright_run: (() => void) | undefined;
}

/**
 * Resolves when Playwright has attached. A window that starts to load while it attaches is lost to it:
 * it is told of the first, empty document, but not of the page that takes its place, and waits for that
 * for ever. On a busy machine that was one start in twenty. Playwright's own loader holds the program
 * back in the same way, but a packed program cannot be given one.
 */
export function debuggerAttached(): Promise<void> {
  return new Promise((resolve) => {
    globalThis.__playwright_run = resolve;
  });
}
