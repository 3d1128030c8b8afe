// A segment is the smallest thing a document is made of: one paragraph, heading, table, footnote …
// Its text is `document.text.slice(start, end)`; its detail says what the kind needs beyond the text.

import { z } from 'zod';
import { documentIdSchema, sectionKeySchema, segmentIdSchema } from './ids.ts';
import { textRangeSchema } from './place.ts';

export const segmentKinds = [
  'heading',
  'paragraph',
  'list_item',
  'task',
  'table_title',
  'table',
  'callout_title',
  'callout',
  'footnote',
  'caption',
  'byline',
  'dateline',
  'author',
  'affiliation',
  'issuer',
  'masthead',
  'subtitle',
  'label',
  'toc_entry',
  'colophon',
] as const;

export const segmentKindSchema = z.enum(segmentKinds);
export type SegmentKind = z.infer<typeof segmentKindSchema>;

/**
 * One cell of a table. A merged cell is one cell with a span; its text stands once in the canonical text.
 * `start`/`end` are document offsets.
 */
export const tableCellSchema = z
  .strictObject({
    row: z.int().nonnegative(),
    column: z.int().nonnegative(),
    rowSpan: z.int().positive(),
    columnSpan: z.int().positive(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .readonly();
export type TableCell = z.infer<typeof tableCellSchema>;

/** Where a footnote's mark stands in its host: an offset in the document's text, between two units. */
const footnoteMarkSchema = z
  .strictObject({
    marker: z.string().min(1),
    offset: z.int().nonnegative(),
    footnoteId: segmentIdSchema,
  })
  .readonly();

/** What a kind needs beyond its text; every offset is a document offset. Absent keys mean "none". */
export const segmentDetailSchema = z
  .strictObject({
    /** Lead-in sentences, set bold (paragraphs, list items, tasks). */
    leads: z.array(textRangeSchema).readonly().optional(),
    /** Marks of footnotes that this segment bears, in text order. */
    footnoteMarks: z.array(footnoteMarkSchema).readonly().optional(),
    /** footnote: its printed marker and the segment that bears the mark. */
    marker: z.string().min(1).optional(),
    host: segmentIdSchema.optional(),
    /** table: cells in row-major order; the first `headerRows` rows are the header. */
    columns: z.int().positive().optional(),
    headerRows: z.int().nonnegative().optional(),
    cells: z.array(tableCellSchema).readonly().optional(),
    /** task, callout_title, list_item: the number as printed, without punctuation. */
    number: z.string().min(1).optional(),
    /** callout_title: the title without its number, as a range. */
    title: textRangeSchema.optional(),
    /** task: names of departments as ranges of the text; 等 is kept as "open ended". */
    leadDepartments: z.array(textRangeSchema).readonly().optional(),
    participatingDepartments: z.array(textRangeSchema).readonly().optional(),
    participantsOpenEnded: z.boolean().optional(),
    /** toc_entry: the heading it points to. */
    target: segmentIdSchema.optional(),
    /** callout and callout_title, table and table_title: segments of one box or table share a group number. */
    group: z.int().nonnegative().optional(),
  })
  .readonly();
export type SegmentDetail = z.infer<typeof segmentDetailSchema>;

export const segmentSchema = z
  .strictObject({
    id: segmentIdSchema,
    documentId: documentIdSchema,
    /** Position in the document, 0-based and dense. */
    ord: z.int().nonnegative(),
    kind: segmentKindSchema,
    /** heading: 1 is the highest rank; where the document's title is printed, that is it. */
    level: z.int().min(1).max(9).nullable(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    /** The section it stands in (a heading stands in the section it opens); null before the first heading. */
    sectionKey: sectionKeySchema.nullable(),
    /** Counts what readers cite as paragraphs (paragraph, list_item, task, callout), from 1 in each document. */
    paragraphNumber: z.int().positive().nullable(),
    /** SHA-256 of the text in hex, first 32 digits. */
    hash: z.string().regex(/^[0-9a-f]{32}$/),
    detail: segmentDetailSchema,
  })
  .readonly();
export type Segment = z.infer<typeof segmentSchema>;
