import { z } from 'zod';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';
import type { BackupFile } from '../backup/backupFiles.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { gatherOwn } from './gatherOwn.ts';
import { mergeOwn } from '../edition/mergeOwn.ts';
import { newestVersion } from '../briefing/migrate.ts';
import type { Migration } from '../briefing/migration.ts';
import { openBackup } from '../backup/openBackup.ts';
import { iterateRows, listOwnTables, quoted } from '../briefing/ownTables.ts';

type BackupArgs = {
  readonly file: BackupFile;
  readonly migrations: readonly Migration[];
  readonly nativeBinding: string | null;
};

/** What is in a briefing or a backup and not in its bin. */
export type WorkCounts = { readonly notes: number; readonly handouts: number };

/**
 * Reads a backup into memory, checked row for row, in the tables of this program. A failure where it is not what was
 * written any more, or where a newer program wrote more than this one can take over. Whoever asked closes it.
 */
export function readBackup({ file, migrations, nativeBinding }: BackupArgs): Result<BriefingDb> {
  const backup = openBackup(file.path, nativeBinding);
  if (backup === null) return failure('backup_unsound');
  const { db } = backup;
  try {
    const userVersion = Number(db.pragma('user_version', { simple: true }));
    if (userVersion > newestVersion(migrations)) return failure('backup_newer');
    const tables = listOwnTables(db).map((table) => ({ table, rows: [...iterateRows(db, table)] }));
    return ok(gatherOwn({ userVersion, tables }, migrations, nativeBinding));
  } finally {
    db.close();
  }
}

/** Makes the reader's tables of an open briefing what a backup held: all of it, or nothing changes. */
export function restoreWork(briefing: BriefingDb, backup: BriefingDb): WorkCounts {
  return briefing.transaction(() => {
    // Children before what they refer to. Settings and places stay; those in the backup hold.
    const tables = listOwnTables(briefing).filter(
      ({ name }) => name !== 'setting' && name !== 'reading_place',
    );
    for (const { name } of tables.toReversed()) briefing.exec(`DELETE FROM ${quoted(name)}`);
    mergeOwn(briefing, backup);
    return countWork(briefing);
  })();
}

/** How much was made on a pack, without what rests in the bin. */
export function countWork(db: BriefingDb): WorkCounts {
  const count = (table: string): number =>
    z
      .int()
      .parse(db.prepare(`SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`).pluck().get());
  return { notes: count('annotation'), handouts: count('handout') };
}
