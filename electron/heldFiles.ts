// Windows refuses to rename or to replace a file that another program holds, as virus scanners and indexers hold a
// new one for a moment. What is refused for that reason is tried again for about a second.

import { setTimeout } from 'node:timers/promises';

const TRIES = 20;
/** Milliseconds. */
const PAUSE = 50;
const held: readonly unknown[] = ['EPERM', 'EBUSY', 'EACCES'];

/** Does it as soon as nobody holds the file; throws what `act` throws at the last. Blocks meanwhile. */
export function whenNotHeld(act: () => void, platform: NodeJS.Platform = process.platform): void {
  for (let tries = 1; ; tries += 1) {
    try {
      act();
      return;
    } catch (error) {
      if (!mayRetry(error, tries, platform)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** The same for who must not block. */
export async function untilNotHeld(
  act: () => Promise<void>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await act();
      return;
    } catch (error) {
      if (!mayRetry(error, tries, platform)) throw error;
      await setTimeout(PAUSE);
    }
  }
}

function mayRetry(error: unknown, tries: number, platform: NodeJS.Platform): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return platform === 'win32' && held.includes(code) && tries < TRIES;
}
