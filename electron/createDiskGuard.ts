import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Room held back in the data folder, in bytes. Random, so that no file system packs it into nothing. */
const BALLAST_BYTES = 8 * 1024 * 1024;
/** Free bytes below which none is taken. */
const ENOUGH_BYTES = 8 * BALLAST_BYTES;
/** The window is up first; a full disk is looked at again so often. In milliseconds. */
const FIRST_AFTER = 6_000;
const AGAIN_AFTER = 60_000;

export type DiskGuard = {
  /** From when room had to be given back until there is enough again. */
  readonly isFull: () => boolean;
  /** Called when the disk is full: gives the room back. True when there was any, so that trying again makes sense. */
  readonly makeRoom: () => boolean;
  readonly stop: () => void;
};

/**
 * Keeps a little room for a full disk: what is being written then still fits, and there is time to say so.
 * SQLite needs room even to delete. `onChange` is told when the disk is full and when it no longer is.
 */
export function createDiskGuard(dataFolder: string, onChange: () => void): DiskGuard {
  const ballast = join(dataFolder, 'ballast');
  let isFull = false;
  const tend = (): void => {
    const isHeld = existsSync(ballast) || take(ballast, dataFolder);
    if (!isHeld || !isFull) return;
    isFull = false;
    clearInterval(again);
    onChange();
  };
  const first = setTimeout(tend, FIRST_AFTER);
  let again: NodeJS.Timeout | undefined;
  return {
    isFull: () => isFull,
    makeRoom: () => {
      const wasHeld = existsSync(ballast);
      rmSync(ballast, { force: true });
      if (!isFull) {
        isFull = true;
        again = setInterval(tend, AGAIN_AFTER);
        onChange();
      }
      return wasHeld;
    },
    stop: () => {
      clearTimeout(first);
      clearInterval(again);
    },
  };
}

/** Writes the ballast where there is plenty of room; false where there is not, and no half of it stays. */
function take(ballast: string, folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < ENOUGH_BYTES) return false;
    writeFileSync(ballast, randomBytes(BALLAST_BYTES), { mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    rmSync(ballast, { force: true });
    return false;
  }
}
