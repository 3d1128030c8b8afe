// What the admin allows to leave the program, asked before it is offered.

import { z } from 'zod';
import { documentIdSchema, handoutIdSchema } from '../domain/ids.ts';
import { managedFormatSchema } from '../policy/policyFile.ts';

export const leavingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handout'), id: handoutIdSchema }),
  /** All annotations of the briefing as one file. */
  z.strictObject({ kind: z.literal('annotations') }),
  z.strictObject({ kind: z.literal('document'), id: documentIdSchema }),
]);
/** Something that may leave the program. */
export type Leaving = z.infer<typeof leavingSchema>;

export const policyChannels = {
  listAllowedFormats: { input: leavingSchema, output: z.array(managedFormatSchema).readonly() },
} as const;
