import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until what was written to a file is on the disk. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What file systems say that know no syncing of folders, as some network shares: there is nothing to wait for. */
const unknownThere: readonly unknown[] = ['EINVAL', 'ENOTSUP', 'EBADF'];

/** Makes a rename in the folder durable, where that can be asked for; Windows has no folder handles to sync. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && unknownThere.includes(error.code)))
      throw error;
  } finally {
    closeSync(handle);
  }
}
