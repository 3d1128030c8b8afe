// What keeps the reader's work safe: backups, a full disk, and the check of the briefing.

import { z } from 'zod';
import { isoTimeSchema } from '../domain/ids.ts';

/** What the last look at the whole database found, and when. */
export const briefingCheckSchema = z
  .strictObject({ at: isoTimeSchema, isSound: z.boolean() })
  .readonly();
export type BriefingCheck = z.infer<typeof briefingCheckSchema>;

/** `lastAt`: when the newest backup was made; null before the first. */
const backupStateSchema = z
  .strictObject({
    lastAt: isoTimeSchema.nullable(),
    folder: z.string(),
    /** Null before the first check. */
    check: briefingCheckSchema.nullable(),
  })
  .readonly();

/** What is in it and not in its bin. */
const workCountsSchema = z
  .strictObject({ notes: z.int().nonnegative(), handouts: z.int().nonnegative() })
  .readonly();
/** A backup is named by the time it was made: no path ever comes from the page. */
const backupNameSchema = z.strictObject({ madeAt: isoTimeSchema });

export const upkeepChannels = {
  getBackupState: { input: z.strictObject({}), output: backupStateSchema },
  /** Backs up what was made since the last backup. */
  backUpNow: { input: z.strictObject({}), output: backupStateSchema },
  /** The times of the backups, the newest first. */
  listBackups: { input: z.strictObject({}), output: z.array(isoTimeSchema).readonly() },
  /** What a backup holds; it is looked at whole. */
  describeBackup: { input: backupNameSchema, output: workCountsSchema },
  /**
   * Makes the reader's work what a backup held. What is there now is backed up first; without that
   * nothing is done. Answers what is there then.
   */
  restoreBackup: { input: backupNameSchema, output: workCountsSchema },
  /** `isFull`: from when the disk was full until there is room again. `isDamaged`: the last check found damage. */
  getDiskState: {
    input: z.strictObject({}),
    output: z.strictObject({ isFull: z.boolean(), isDamaged: z.boolean() }).readonly(),
  },
  /** Looks the whole briefing through, beside the window. Takes seconds in a large one. */
  checkBriefing: { input: z.strictObject({}), output: briefingCheckSchema },
} as const;
