import type { Migration } from '../briefing/migration.ts';

/** `read_range`: what stood still under the reader's eye, in UTF-16 units; rows of a document never touch. */
export const readRanges: Migration = {
  number: 6,
  name: 'read-ranges',
  sql: `
CREATE TABLE read_range (
  document_id TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  end INTEGER NOT NULL CHECK (end > start),
  PRIMARY KEY (document_id, start)
) STRICT, WITHOUT ROWID;
`,
};
