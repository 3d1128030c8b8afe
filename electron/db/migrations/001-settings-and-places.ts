import type { Migration } from '../briefing/migration.ts';

/** What the window looked like and where the reader was in each document. */
export const settingsAndPlaces: Migration = {
  number: 1,
  name: 'settings-and-places',
  sql: `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE reading_place (
  document_id TEXT PRIMARY KEY REFERENCES document (id),
  "offset" INTEGER NOT NULL CHECK ("offset" >= 0),
  furthest INTEGER NOT NULL CHECK (furthest >= "offset"),
  read_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
