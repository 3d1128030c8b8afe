import type { IsoTime } from '../../../shared/domain/ids.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { listBackups } from './backupFiles.ts';
import type { SavedWork } from './gatherSaved.ts';
import { openBackup } from './openBackup.ts';
import { digestOf } from '../briefing/ownTables.ts';
import { writeBackup } from './writeBackup.ts';

export type BackUpArgs = {
  readonly saved: SavedWork;
  /** The first must be written; a further one may be a disk that is not always there. */
  readonly folders: readonly [string, ...string[]];
  readonly madeAt: IsoTime;
  readonly nativeBinding: string | null;
};

/** Where the reader was and what the window looked like is backed up, but is no reason for a backup. */
const passing: ReadonlySet<string> = new Set(['reading_place', 'setting']);

/** Makes a backup in every folder where the newest does not hold what was made since. */
export function backUpWork({ folders, ...args }: BackUpArgs): Result<null> {
  const [main, ...further] = folders;
  const result = backUpTo(main, args);
  for (const folder of further) backUpTo(folder, args);
  return result;
}

function backUpTo(folder: string, args: Omit<BackUpArgs, 'folders'>): Result<null> {
  if (isSaved(folder, args)) return ok(null);
  const written = writeBackup({ ...args, folder, hasNotes: true });
  return written.ok ? ok(null) : written;
}

function isSaved(folder: string, { saved, nativeBinding }: Omit<BackUpArgs, 'folders'>): boolean {
  const newest = listBackups(folder, saved.pack.packId)[0];
  const backup = newest === undefined ? null : openBackup(newest.path, nativeBinding);
  backup?.db.close();
  const digests = new Map(backup?.info.tables.map(({ name, digest }) => [name, digest]));
  return saved.tables.every(
    ({ table: { name }, rows }) =>
      passing.has(name) || (digests.get(name) ?? digestOf([])) === digestOf(rows),
  );
}
