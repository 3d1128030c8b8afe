import { rmSync } from 'node:fs';

/** Removes a folder of ours with all in it; tries again where Windows says that a file has only just been closed. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
