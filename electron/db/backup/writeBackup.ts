import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePage } from '../../../shared/annotationExchange/writePage.ts';
import type { IsoTime } from '../../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';
import { backupFileOf, notesPathOf, thinBackups, type BackupFile } from './backupFiles.ts';
import { BACKUP_APPLICATION_ID, backupTables } from './backupInfo.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { loadStates } from '../own/exchange.ts';
import type { SavedWork } from './gatherSaved.ts';
import { openBackup } from './openBackup.ts';
import { digestOf, insertRows } from '../briefing/ownTables.ts';
import { syncFile } from '../briefing/syncToDisk.ts';
import { renameDurably } from '../../renameDurably.ts';
import { removeIfFree } from '../../removeIfFree.ts';

export type WriteBackupArgs = {
  readonly saved: SavedWork;
  readonly folder: string;
  readonly madeAt: IsoTime;
  /** The notes as JSON-LD beside it, to be read without this program; not where an older one wrote the tables. */
  readonly hasNotes: boolean;
  readonly nativeBinding: string | null;
};

/**
 * Writes all that the reader made into a new file of its own: beside its place, synced, opened again and
 * compared row for row, and only then renamed. Older backups are thinned out after that. What fails
 * leaves the earlier backups as they were and no half-written file.
 */
export function writeBackup(args: WriteBackupArgs): Result<BackupFile> {
  const { saved, folder, madeAt, nativeBinding } = args;
  const { packId } = saved.pack;
  const file = backupFileOf(folder, packId, madeAt);
  const partial = `${file.path}.partial`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweepPartial(folder);
    const notes = fill(partial, args);
    syncFile(partial);
    const written = openBackup(partial, nativeBinding);
    if (written === null) return failure('backup_failed', { folder });
    written.db.close();
    if (notes !== null) writeFileSync(notesPathOf(file), notes, { mode: 0o600, flush: true });
    renameDurably(partial, file.path);
    thinBackups(folder, packId, madeAt);
    return ok(file);
  } catch (error) {
    if (existsSync(notesPathOf(file))) rmSync(notesPathOf(file));
    return backupFailure(error, folder);
  } finally {
    if (existsSync(partial)) rmSync(partial);
  }
}

/** What a program left that was ended while it wrote. One program writes here, one backup at a time. */
function sweepPartial(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.backup.partial')) removeIfFree(join(folder, name));
  }
}

/** Answers the notes as JSON-LD, or null where they are not wanted. */
function fill(
  path: string,
  { saved, madeAt, hasNotes, nativeBinding }: WriteBackupArgs,
): string | null {
  const { packId, packVersion, packDigest } = saved.pack;
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
        .run(packId, packVersion, packDigest, madeAt);
      const putDigest = backup.prepare('INSERT INTO backup_table VALUES (?, ?)');
      for (const { table, rows } of saved.tables) {
        backup.exec(table.sql);
        insertRows(backup, table, rows);
        putDigest.run(table.name, digestOf(rows));
      }
      backup.pragma(`application_id = ${BACKUP_APPLICATION_ID}`);
      backup.pragma(`user_version = ${String(saved.userVersion)}`);
    })();
    if (!hasNotes) return null;
    // With the order of the documents for this connection alone, its tables are read as a briefing's.
    backup.exec('CREATE TEMP TABLE document (ord INTEGER PRIMARY KEY, id TEXT NOT NULL)');
    insertRows(backup, { name: 'document', columns: ['ord', 'id'] }, [
      ...saved.documentIds.entries(),
    ]);
    return writePage({ packId, version: packVersion }, loadStates(backup as BriefingDb));
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
