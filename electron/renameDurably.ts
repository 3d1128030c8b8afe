import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './db/briefing/syncToDisk.ts';

/** How often a rename is tried while another program (a virus scanner) holds the file, and the pause in ms. */
const RENAME_TRIES = 20;
const RENAME_PAUSE = 50;

/** Renames, and makes the rename itself durable. */
export function renameDurably(from: string, to: string): void {
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(from, to);
      break;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      const isHeld = code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
      if (process.platform !== 'win32' || !isHeld || tries === RENAME_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RENAME_PAUSE);
    }
  }
  syncFolder(dirname(to));
}
