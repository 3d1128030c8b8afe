import { z } from 'zod';

/** What a merge did to the annotations of a briefing; together all that the file holds. */
export const importCountsSchema = z
  .strictObject({
    added: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    removed: z.int().nonnegative(),
    /** Known as they are or newer here, or deleted there and never here. */
    unchanged: z.int().nonnegative(),
  })
  .readonly();
export type ImportCounts = z.infer<typeof importCountsSchema>;
