// What came of the last whole check of a briefing, kept in it.

import Database from 'better-sqlite3';
import { briefingCheckSchema, type BriefingCheck } from '../../../shared/ipc/upkeep.ts';
import { isBriefingSound } from './checkTables.ts';
import { hasDigest } from './hasDigest.ts';
import { findSetting } from './setting.ts';

/** The setting that holds it. */
export const CHECK_KEY = 'last_check';

/** Null before the first. */
export function findBriefingCheck(db: Database.Database): BriefingCheck | null {
  const check = briefingCheckSchema.safeParse(findSetting(db, CHECK_KEY));
  return check.success ? check.data : null;
}

/**
 * Whether a briefing is whole: SQLite finds every page in order, and the content is to the letter what was
 * published. SQLite alone does not notice one letter in the place of another. Takes seconds in a large one.
 */
export function isBriefingWhole(db: Database.Database): boolean {
  if (!isBriefingSound(db)) return false;
  const digest = db.prepare<[], string>('SELECT digest FROM pack').pluck().get();
  return digest !== undefined && hasDigest(db, digest);
}

/** The same of a copy that was made of an open briefing and belongs to whoever asks. */
export function isCopyWhole(path: string, nativeBinding: string | null): boolean {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, {
      fileMustExist: true,
      ...(nativeBinding !== null && { nativeBinding }),
    });
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    return isBriefingWhole(db);
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  } finally {
    db?.close();
  }
}
