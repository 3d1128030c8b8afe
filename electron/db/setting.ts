import type { BriefingDb } from './briefingDb.ts';

/** A stored setting as it was written; null when it never was. */
export function findSetting(db: BriefingDb, key: string): unknown {
  const row = db
    .prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?')
    .get(key);
  return row ? (JSON.parse(row.value) as unknown) : null;
}

export function putSetting(db: BriefingDb, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
