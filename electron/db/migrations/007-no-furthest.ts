import type { Migration } from '../briefing/migration.ts';

/** What was read is known by its ranges (006): the furthest place says less, and after a jump to the end nothing true. */
export const noFurthest: Migration = {
  number: 7,
  name: 'no-furthest',
  sql: 'ALTER TABLE reading_place DROP COLUMN furthest;',
};
