// A document as the reader sees it: one canonical text, cut into segments, with an outline of sections.

import { z } from 'zod';
import { documentIdSchema, sectionKeySchema, segmentIdSchema } from './ids.ts';
import { segmentSchema } from './segment.ts';

/** `front_matter` is shared by the documents of one source (a cover, a contents list) and is not counted. */
export const documentRoleSchema = z.enum(['document', 'front_matter']);

export const documentSchema = z
  .strictObject({
    id: documentIdSchema,
    ord: z.int().nonnegative(),
    role: documentRoleSchema,
    title: z.string().min(1),
    /** What lists and citations call it where the title is too long; the title where nothing shorter is given. */
    shortTitle: z.string().min(1),
    issuer: z.string().min(1).nullable(),
    author: z.string().min(1).nullable(),
    /** As precise as the source says: 2021, 2021-02 or 2021-02-18. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable(),
    /** 内部资料, 征求意见稿 … as printed; null where the source states none. */
    status: z.string().min(1).nullable(),
    /** The source file it was made from. */
    sourceName: z.string().min(1),
    /** UTF-16 units of the canonical text. */
    length: z.int().nonnegative(),
    /** How many segments carry a paragraph number. */
    paragraphCount: z.int().nonnegative(),
  })
  .readonly();
export type Document = z.infer<typeof documentSchema>;

/** One entry of the outline: the heading and the range up to the next heading of the same or a higher rank. */
export const sectionSchema = z
  .strictObject({
    documentId: documentIdSchema,
    ord: z.int().nonnegative(),
    key: sectionKeySchema,
    parentKey: sectionKeySchema.nullable(),
    level: z.int().min(1).max(9),
    title: z.string().min(1),
    headingId: segmentIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .readonly();
export type Section = z.infer<typeof sectionSchema>;

/** Everything the reader needs to show one document. */
export const documentContentSchema = z
  .strictObject({
    document: documentSchema,
    text: z.string(),
    sections: z.array(sectionSchema).readonly(),
    segments: z.array(segmentSchema).readonly(),
  })
  .readonly();
export type DocumentContent = z.infer<typeof documentContentSchema>;
