import Database from 'better-sqlite3';
import { BACKUP_APPLICATION_ID, backupInfoSchema, type BackupInfo } from './backupInfo.ts';
import { openForeign } from '../briefing/openForeign.ts';
import { digestRows, listOwnTables } from '../briefing/ownTables.ts';

export type OpenBackup = { readonly db: Database.Database; readonly info: BackupInfo };

/**
 * Opens a backup to read only, if it is sound: one of ours, its pages in order, and every table row for
 * row as it was written. Anything less gives null, whatever is wrong with it: another backup is taken.
 */
export function openBackup(path: string, nativeBinding: string | null): OpenBackup | null {
  let db: Database.Database | null = null;
  try {
    db = openForeign(path, nativeBinding);
    const info = readSoundInfo(db);
    if (info !== null) return { db, info };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  db?.close();
  return null;
}

function readSoundInfo(db: Database.Database): BackupInfo | null {
  if (db.pragma('application_id', { simple: true }) !== BACKUP_APPLICATION_ID) return null;
  if (db.pragma('quick_check', { simple: true }) !== 'ok') return null;
  const info = backupInfoSchema.safeParse({
    ...db
      .prepare<[], object>(
        `SELECT pack_id AS packId, pack_version AS packVersion, pack_digest AS packDigest,
           made_at AS madeAt FROM backup`,
      )
      .get(),
    tables: db.prepare('SELECT name, digest FROM backup_table ORDER BY name').all(),
  });
  if (!info.success) return null;
  const tables = new Map(listOwnTables(db).map((table) => [table.name, table]));
  const isWhole = info.data.tables.every(({ name, digest }) => {
    const table = tables.get(name);
    return table !== undefined && digestRows(db, table) === digest;
  });
  return isWhole ? info.data : null;
}
