import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './db/briefing/syncToDisk.ts';
import { whenNotHeld } from './heldFiles.ts';

/** Renames, and makes the rename itself durable. */
export function renameDurably(from: string, to: string): void {
  whenNotHeld(() => {
    renameSync(from, to);
  });
  syncFolder(dirname(to));
}
