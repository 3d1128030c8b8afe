// What a backup says of itself. Its other tables are the reader's own, as the briefing had them.

import { z } from 'zod';
import { isoTimeSchema, packIdSchema } from '../../../shared/domain/ids.ts';

/** "YNBU" in the SQLite header: not to be taken for a pack or a briefing. */
export const BACKUP_APPLICATION_ID = 0x594e4255;

export const backupInfoSchema = z
  .strictObject({
    packId: packIdSchema,
    packVersion: z.int().positive(),
    packDigest: z.string(),
    madeAt: isoTimeSchema,
    /** SHA-256 over the rows of each table. */
    tables: z.array(z.strictObject({ name: z.string(), digest: z.string() })).readonly(),
  })
  .readonly();
export type BackupInfo = z.infer<typeof backupInfoSchema>;

/** The tables a backup has beside the reader's own. */
export const backupTables = [
  `CREATE TABLE backup (
  pack_id TEXT NOT NULL,
  pack_version INTEGER NOT NULL,
  pack_digest TEXT NOT NULL,
  made_at TEXT PRIMARY KEY
) STRICT`,
  `CREATE TABLE backup_table (
  name TEXT PRIMARY KEY,
  digest TEXT NOT NULL
) STRICT`,
] as const;
