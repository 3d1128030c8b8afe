// Marks and notes, tags, and the one undo history of everything the reader makes.

import type { Migration } from '../briefing/migration.ts';

/**
 * `annotation`: `target` says which of the place columns are set; `later_hashes` is a JSON array;
 * a row with `deleted_at` rests in the bin. `tombstone`: what left the bin, so that an import of an
 * older export does not bring it back. `history_change`: JSON of the row before and after, null = absent.
 */
export const annotations: Migration = {
  number: 2,
  name: 'annotations',
  sql: `
CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  target TEXT NOT NULL CHECK (target IN ('passage', 'section', 'document', 'free')),
  document_id TEXT,
  section_key TEXT,
  start INTEGER,
  end INTEGER,
  quote TEXT,
  prefix TEXT,
  suffix TEXT,
  segment_id TEXT,
  segment_start INTEGER,
  segment_hash TEXT,
  later_hashes TEXT,
  pack_version INTEGER,
  pigment TEXT,
  note TEXT NOT NULL,
  type TEXT,
  is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
  author TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (target <> 'passage' OR (document_id IS NOT NULL AND start < end AND quote <> ''
    AND prefix IS NOT NULL AND suffix IS NOT NULL AND segment_id IS NOT NULL
    AND segment_start IS NOT NULL AND segment_hash IS NOT NULL AND later_hashes IS NOT NULL
    AND pack_version IS NOT NULL))
) STRICT;
CREATE TABLE tag (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE annotation_tag (
  annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id),
  PRIMARY KEY (annotation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tag_by_tag ON annotation_tag (tag_id);
CREATE TABLE tombstone (
  annotation_id TEXT PRIMARY KEY,
  deleted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE history_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1))
) STRICT;
CREATE TABLE history_change (
  step_id INTEGER NOT NULL REFERENCES history_step (id) ON DELETE CASCADE,
  ord INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (step_id, ord)
) STRICT, WITHOUT ROWID;
`,
};
