import type { Migration } from '../briefing/migration.ts';

/** `link_anchor`: what a passage's address, as notes write it, was anchored to in its edition. JSON, written once. */
export const noteLinks: Migration = {
  number: 4,
  name: 'note-links',
  sql: `
CREATE TABLE link_anchor (
  address TEXT PRIMARY KEY,
  anchor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
