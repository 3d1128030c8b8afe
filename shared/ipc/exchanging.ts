// Annotations leaving and entering the briefing as files. Paths stay in main.

import { z } from 'zod';

export const annotationFormatSchema = z.enum(['jsonld', 'md']);
export type AnnotationFormat = z.infer<typeof annotationFormatSchema>;

export const exchangingChannels = {
  /** Everything, deletions as tombstones; null when the reader changed their mind. */
  exportAnnotations: {
    input: z.strictObject({ format: annotationFormatSchema }),
    output: z
      .strictObject({ fileName: z.string(), count: z.int().nonnegative() })
      .readonly()
      .nullable(),
  },
  /** Merges a JSON-LD file into the briefing in one step; null when the reader changed their mind. */
  importAnnotations: {
    input: z.strictObject({}),
    output: z
      .strictObject({
        added: z.int().nonnegative(),
        changed: z.int().nonnegative(),
        removed: z.int().nonnegative(),
      })
      .readonly()
      .nullable(),
  },
} as const;
