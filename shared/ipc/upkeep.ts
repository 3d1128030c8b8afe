// What keeps the reader's work safe: backups, a full disk, and the check of the briefing.

import { z } from 'zod';
import { isoTimeSchema } from '../domain/ids.ts';

/** `lastAt`: when the newest backup was made; null before the first. */
const backupStateSchema = z
  .strictObject({ lastAt: isoTimeSchema.nullable(), folder: z.string() })
  .readonly();

export const upkeepChannels = {
  getBackupState: { input: z.strictObject({}), output: backupStateSchema },
  /** Backs up what was made since the last backup. */
  backUpNow: { input: z.strictObject({}), output: backupStateSchema },
  /** True from when the disk was full until there is room again. */
  getDiskState: {
    input: z.strictObject({}),
    output: z.strictObject({ isFull: z.boolean() }).readonly(),
  },
  /** Whether SQLite finds the briefing sound, page by page. Takes a second or two in a large one. */
  checkBriefing: {
    input: z.strictObject({}),
    output: z.strictObject({ isSound: z.boolean() }).readonly(),
  },
} as const;
