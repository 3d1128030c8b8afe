// The ways out when the briefing cannot be opened. Only the window that says so has these channels.

import { z } from 'zod';
import { isoTimeSchema } from '../domain/ids.ts';
import { annotationFormatSchema } from './exchanging.ts';

/** What can be done: nothing; take the notes out of a newer program's file; repair a damaged one. */
const rescueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }).readonly(),
  z.strictObject({ kind: z.literal('newer') }).readonly(),
  z
    .strictObject({
      kind: z.literal('damaged'),
      /** When the newest backup was made; null when there is none. */
      backupAt: isoTimeSchema.nullable(),
      /** False when its pack did not come with the program: nothing can be made of it anew. */
      canRecover: z.boolean(),
    })
    .readonly(),
]);

/** Counts of what the new briefing holds; `lost`: what was there and could not be read anywhere. */
export const recoverySchema = z
  .strictObject({
    notes: z.int().nonnegative(),
    handouts: z.int().nonnegative(),
    newestAt: isoTimeSchema.nullable(),
    lost: z.int().nonnegative(),
    backupAt: isoTimeSchema.nullable(),
  })
  .readonly();
export type Recovery = z.infer<typeof recoverySchema>;

export const rescuingChannels = {
  getRescue: { input: z.strictObject({}), output: rescueSchema },
  /** A copy of the file as it is, where the reader chooses; null when they changed their mind. */
  copyBriefing: {
    input: z.strictObject({}),
    output: z.strictObject({ fileName: z.string() }).readonly().nullable(),
  },
  /** The notes of a file that is only read; null when the reader changed their mind. */
  exportUnopened: {
    input: z.strictObject({ format: annotationFormatSchema }),
    output: z
      .strictObject({ fileName: z.string(), count: z.int().nonnegative() })
      .readonly()
      .nullable(),
  },
  /** Puts a new briefing together from the backup and from what can be read; the old files are kept. */
  recoverBriefing: { input: z.strictObject({}), output: recoverySchema },
  /** An empty briefing in its place; the old files are kept. */
  startAnew: { input: z.strictObject({}), output: recoverySchema },
  /** Opens the briefing that was put in its place, in a window of its own. */
  openRescued: { input: z.strictObject({}), output: z.null() },
} as const;
