import Database from 'better-sqlite3';
import { listOwnTables, quoted } from './ownTables.ts';

/** Whether SQLite finds the reader's tables and their indexes whole. A few milliseconds: the pack is left out. */
export function areOwnTablesSound(db: Database.Database): boolean {
  return listOwnTables(db).every(
    ({ name }) => db.pragma(`integrity_check(${quoted(name)})`, { simple: true }) === 'ok',
  );
}

/** Whether SQLite finds the whole briefing sound, pack and all. Takes a second or two in a large one. */
export function isBriefingSound(db: Database.Database): boolean {
  try {
    return db.pragma('quick_check', { simple: true }) === 'ok' && areOwnTablesSound(db);
  } catch (error) {
    // Where the damage is too great for a list of faults, SQLite gives up.
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}
