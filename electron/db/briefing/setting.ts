import type Database from 'better-sqlite3';
import { parseJson } from '../../../shared/text/parseJson.ts';
import type { BriefingDb } from './briefingDb.ts';

/** How the window looks to its reader, whichever briefing is open. */
const windowKeys = ['settings', 'window'] as const;

/** Under which the texts on screen are stored. */
export const PANES_KEY = 'panes';

/** A stored setting as it was written; null when it never was, or is no JSON any more: a broken one keeps nobody out. */
export function findSetting(db: Database.Database, key: string): unknown {
  const row = db
    .prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
    .get(key);
  return row ? parseJson(row.value) : null;
}

/** Stores a value as JSON in place of what stood under the key. */
export function putSetting(db: BriefingDb, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

/** Makes another briefing look as this one does. */
export function copyWindowSettings(from: BriefingDb, to: BriefingDb): void {
  for (const key of windowKeys) {
    const value = findSetting(from, key);
    if (value !== null) putSetting(to, key, value);
  }
}
