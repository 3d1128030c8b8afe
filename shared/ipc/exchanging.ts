// Annotations leaving and entering the briefing as files. Paths stay in main.

import { z } from 'zod';
import { importCountsSchema } from '../annotationExchange/importCounts.ts';
import { annotationIdSchema } from '../domain/ids.ts';

export const annotationFormatSchema = z.enum(['jsonld', 'md']);
export type AnnotationFormat = z.infer<typeof annotationFormatSchema>;

export const exchangingChannels = {
  /** These, or with null everything, deletions as tombstones; null when the reader changed their mind. */
  exportAnnotations: {
    input: z.strictObject({
      format: annotationFormatSchema,
      ids: z.array(annotationIdSchema).min(1).max(100_000).readonly().nullable(),
    }),
    output: z
      .strictObject({ fileName: z.string(), count: z.int().nonnegative() })
      .readonly()
      .nullable(),
  },
  /** Merges a JSON-LD file into the briefing in one step; null when the reader changed their mind. */
  importAnnotations: {
    input: z.strictObject({}),
    output: importCountsSchema.nullable(),
  },
} as const;
