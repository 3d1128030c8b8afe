// What the reader makes for the table: handouts and their items in order.

import type { Migration } from '../briefing/migration.ts';

/** `handout_item.body` is the item as JSON without its id and kind; a row with `deleted_at` rests in the bin. */
export const handouts: Migration = {
  number: 3,
  name: 'handouts',
  sql: `
CREATE TABLE handout (
  id TEXT PRIMARY KEY,
  template TEXT NOT NULL,
  title TEXT NOT NULL,
  meeting TEXT NOT NULL,
  date TEXT NOT NULL,
  place TEXT NOT NULL,
  host TEXT NOT NULL,
  status_line TEXT NOT NULL,
  preset TEXT NOT NULL,
  citation_style TEXT NOT NULL,
  citation_format TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE handout_item (
  handout_id TEXT NOT NULL REFERENCES handout (id) ON DELETE CASCADE,
  ord INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (handout_id, ord)
) STRICT, WITHOUT ROWID;
`,
};
