// One coordinate for everything: half-open ranges in UTF-16 units of a document's canonical text.
// This is the TextPositionSelector of the W3C Web Annotation Data Model, with the document's name.

import { z } from 'zod';
import { documentIdSchema } from './ids.ts';

/** `[start, end)` in UTF-16 units of one document's canonical text; `start <= end`. */
export const textRangeSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine((range) => range.start <= range.end, 'start lies behind end')
  .readonly();

/** A range with the document it lies in. */
export const placeSchema = z
  .strictObject({
    documentId: documentIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .refine((place) => place.start <= place.end, 'start lies behind end')
  .readonly();

export type TextRange = z.infer<typeof textRangeSchema>;
export type Place = z.infer<typeof placeSchema>;

/** True when the two half-open ranges share at least one unit. */
export function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
