// What a pack says of itself, and the numbers that mark a file as one of ours.

import { z } from 'zod';
import { packIdSchema } from './ids.ts';

/** "YNDU" in the SQLite header's application id (bytes 68 to 71). */
export const PACK_APPLICATION_ID = 0x594e4455;
/** `user_version` of a pack: the version of the content tables. Packs are never migrated, only built again. */
export const PACK_SCHEMA_VERSION = 1;
/** `user_version` of a briefing is `1000 * pack schema + number of the last migration` of the reader's tables. */
export const BRIEFING_VERSION_STEP = 1000;

export const packInfoSchema = z
  .strictObject({
    packId: packIdSchema,
    title: z.string().min(1),
    /** Grows with every edition of the same pack. */
    version: z.int().positive(),
    /** What readers call that edition: 2026.1 */
    versionLabel: z.string().min(1),
    status: z.string().min(1).nullable(),
    documentCount: z.int().nonnegative(),
    segmentCount: z.int().nonnegative(),
    characterCount: z.int().nonnegative(),
    /** SHA-256 in hex over the content rows; see `contentDigest`. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly();
export type PackInfo = z.infer<typeof packInfoSchema>;
