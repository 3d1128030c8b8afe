import type { Migration } from '../briefing/migration.ts';

/**
 * Where annotations of another edition stand in this one, found once. `anchor` is the JSON of the anchor
 * it was found for: a row whose annotation has another one by now counts for nothing.
 */
export const resolutions: Migration = {
  number: 5,
  name: 'resolutions',
  sql: `
CREATE TABLE resolution (
  annotation_id TEXT PRIMARY KEY REFERENCES annotation (id) ON DELETE CASCADE,
  anchor TEXT NOT NULL,
  found TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
