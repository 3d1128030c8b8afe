import { z } from 'zod';

/** What the checking process is told, as JSON in its first argument. */
export const checkRequestSchema = z
  .strictObject({
    packPath: z.string(),
    /** Where the checked copy is made; whoever asks removes or keeps it. */
    stagingPath: z.string(),
    keys: z
      .array(z.strictObject({ id: z.string(), name: z.string(), pem: z.string() }).readonly())
      .readonly(),
    /** By policy only. A signature that is there is checked all the same. */
    allowUnsigned: z.boolean(),
    /** The addon built for this runtime, where it is not the one in the package. */
    nativeBinding: z.string().nullable(),
  })
  .readonly();
export type CheckRequest = z.infer<typeof checkRequestSchema>;

/** A checking process that wants more memory than this (MB) has met no briefing. */
export const CHECK_NODE_OPTIONS = ['--max-old-space-size=1024'] as const;
