import Database from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { packIdSchema, type IsoTime } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { backupFileOf, notesPathOf, thinBackups, type BackupFile } from './backupFiles.ts';
import { BACKUP_APPLICATION_ID, backupTables } from './backupInfo.ts';
import { openBackup } from './openBackup.ts';
import { digestRows, insertRows, iterateRows, listOwnTables, type OwnTable } from './ownTables.ts';
import { syncFile, syncFolder } from './syncToDisk.ts';

export type WriteBackupArgs = {
  /** An open briefing of any version. */
  readonly db: Database.Database;
  readonly folder: string;
  readonly madeAt: IsoTime;
  /** The notes as JSON-LD, to be read without this program; null where this program cannot read them. */
  readonly notes: string | null;
  readonly nativeBinding: string | null;
};

/** Undo reaches a day back and is no one's work; where marks stand is found anew. Neither is backed up. */
const unsaved: ReadonlySet<string> = new Set(['history_step', 'history_change', 'resolution']);

const packRow = z.object({
  packId: packIdSchema,
  packVersion: z.int(),
  packDigest: z.string(),
});

/** The reader's own tables that backups hold. */
export function listSavedTables(db: Database.Database): readonly OwnTable[] {
  return listOwnTables(db).filter(({ name }) => !unsaved.has(name));
}

/**
 * Writes all that the reader made into a new file of its own: beside its place, synced, opened again and
 * compared row for row, and only then renamed. Older backups are thinned out after that. What fails
 * leaves the earlier backups as they were and no half-written file.
 */
export function writeBackup(args: WriteBackupArgs): Result<BackupFile> {
  const { db, folder, madeAt, notes, nativeBinding } = args;
  const pack = packRow.parse(
    db
      .prepare(`SELECT pack_id AS packId, version AS packVersion, digest AS packDigest FROM pack`)
      .get(),
  );
  const file = backupFileOf(folder, pack.packId, madeAt);
  const partial = `${file.path}.partial`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (existsSync(partial)) rmSync(partial);
    fill(partial, args, pack);
    syncFile(partial);
    const written = openBackup(partial, nativeBinding);
    if (written === null) return failure('backup_failed', { folder });
    written.db.close();
    if (notes !== null) writeFileSync(notesPathOf(file), notes, { mode: 0o600, flush: true });
    renameSync(partial, file.path);
    syncFolder(dirname(file.path));
    thinBackups(folder, pack.packId, madeAt);
    return ok(file);
  } catch (error) {
    if (existsSync(notesPathOf(file))) rmSync(notesPathOf(file));
    return backupFailure(error, folder);
  } finally {
    if (existsSync(partial)) rmSync(partial);
  }
}

function fill(
  path: string,
  { db, madeAt, nativeBinding }: WriteBackupArgs,
  pack: z.infer<typeof packRow>,
): void {
  const backup = new Database(path, nativeBinding === null ? {} : { nativeBinding });
  try {
    // Nothing reads the file before it is whole, and it is synced then: a journal would serve nobody.
    backup.pragma('journal_mode = OFF');
    backup.pragma('synchronous = OFF');
    backup.pragma('foreign_keys = OFF');
    backup.transaction(() => {
      for (const sql of backupTables) backup.exec(sql);
      backup
        .prepare('INSERT INTO backup VALUES (?, ?, ?, ?)')
        .run(pack.packId, pack.packVersion, pack.packDigest, madeAt);
      const putDigest = backup.prepare('INSERT INTO backup_table VALUES (?, ?)');
      for (const table of listSavedTables(db)) {
        backup.exec(table.sql);
        insertRows(backup, table, iterateRows(db, table));
        putDigest.run(table.name, digestRows(db, table));
      }
      backup.pragma(`application_id = ${BACKUP_APPLICATION_ID}`);
      backup.pragma(`user_version = ${String(db.pragma('user_version', { simple: true }))}`);
    })();
  } finally {
    backup.close();
  }
}

/** A full disk or a folder that cannot be written; anything else is a bug and throws. */
function backupFailure(error: unknown, folder: string): Result<never> {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = String(error.code);
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) return failure('disk_full');
  if (/^(E[A-Z]+$|SQLITE_(READONLY|CANTOPEN|PERM|IOERR))/.test(code)) {
    return failure('backup_failed', { folder });
  }
  throw error;
}
