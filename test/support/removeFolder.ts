import { rmSync } from 'node:fs';

/** Removes a folder that a program has just been closed in: its helpers may write for a moment more. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
