// A briefing as files: SQLite's log and journal belong to it, and go wherever it goes.

import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { IsoTime } from '../../../shared/domain/ids.ts';
import { renameDurably } from '../../renameDurably.ts';
import { syncFile, syncFolder } from './syncToDisk.ts';

const companions = ['-wal', '-shm', '-journal'] as const;

/** Copies a briefing with what is in its log and journal, byte for byte, and waits until it is on the disk. */
export function copyBriefing(from: string, to: string): void {
  for (const ending of ['', '-wal', '-journal']) {
    // Who looks into a briefing without changing it leaves an empty log.
    if (
      !existsSync(`${from}${ending}`) ||
      (ending !== '' && statSync(`${from}${ending}`).size === 0)
    ) {
      continue;
    }
    copyWhole(`${from}${ending}`, `${to}${ending}`);
  }
  syncFolder(dirname(to));
}

/** Beside its place first, so that no half of a copy takes the name of what was there. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.partial`;
  try {
    copyFileSync(from, partial);
    syncFile(partial);
    renameDurably(partial, to);
  } finally {
    rmSync(partial, { force: true });
  }
}

/**
 * Keeps a briefing under `damaged/<time>/` beside it, where nothing deletes it: by a second name where the
 * file system knows that, else by a copy. The briefing itself stays, so that a power cut on the way loses
 * nothing. Answers the folder.
 */
export function keepDamaged(briefingPath: string, at: IsoTime): string {
  const folder = join(dirname(briefingPath), 'damaged', at.replaceAll(/[-:.]/g, ''));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const ending of ['', ...companions]) {
    const from = `${briefingPath}${ending}`;
    const to = join(folder, basename(from));
    if (!existsSync(from) || existsSync(to)) continue;
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
      syncFile(to);
    }
  }
  syncFolder(folder);
  return folder;
}

/** Removes the log and the journal of a briefing that another one is about to replace. */
export function removeCompanions(briefingPath: string): void {
  for (const ending of companions) rmSync(`${briefingPath}${ending}`, { force: true });
}
