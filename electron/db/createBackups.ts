import { createHash } from 'node:crypto';
import { writePage } from '../../shared/annotationExchange/writePage.ts';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { listBackups } from './backupFiles.ts';
import type { BriefingDb } from './briefingDb.ts';
import { loadStates } from './exchange.ts';
import { openBackup } from './openBackup.ts';
import { digestRows } from './ownTables.ts';
import { getPackInfo } from './reading.ts';
import { listSavedTables, writeBackup } from './writeBackup.ts';

export type Backups = {
  readonly folder: string;
  /** When the newest backup of this pack was made; null when there is none. */
  readonly lastAt: () => IsoTime | null;
  /** Makes a backup in every folder where the newest does not hold what was made since. */
  readonly backUp: () => Result<null>;
};

type BackupsArgs = {
  readonly db: BriefingDb;
  /** Where backups are kept. The first must be written; a further one may be a disk that is not always there. */
  readonly folders: readonly [string, ...string[]];
  readonly nativeBinding: string | null;
  readonly now: () => IsoTime;
};

/** What `digestRows` gives for a table without rows. */
const NO_ROWS = createHash('sha256').digest('hex');

/** Where the reader was and what the window looked like is backed up, but is no reason for a backup. */
const passing: ReadonlySet<string> = new Set(['reading_place', 'setting']);

export function createBackups({ db, folders, nativeBinding, now }: BackupsArgs): Backups {
  const { packId, version } = getPackInfo(db);
  const [main, ...further] = folders;

  const isSaved = (folder: string): boolean => {
    const newest = listBackups(folder, packId)[0];
    const backup = newest === undefined ? null : openBackup(newest.path, nativeBinding);
    backup?.db.close();
    const saved = new Map(backup?.info.tables.map(({ name, digest }) => [name, digest]));
    return listSavedTables(db).every(
      (table) =>
        passing.has(table.name) || (saved.get(table.name) ?? NO_ROWS) === digestRows(db, table),
    );
  };

  const backUpTo = (folder: string): Result<null> => {
    if (isSaved(folder)) return ok(null);
    const notes = writePage({ packId, version }, loadStates(db));
    const written = writeBackup({ db, folder, madeAt: now(), notes, nativeBinding });
    return written.ok ? ok(null) : written;
  };

  return {
    folder: main,
    lastAt: () => listBackups(main, packId)[0]?.madeAt ?? null,
    backUp: () => {
      const result = backUpTo(main);
      for (const folder of further) backUpTo(folder);
      return result;
    },
  };
}
