// A handout: what a facilitator puts on the table. A head and an ordered list of items;
// headings carry levels, so that the numbering is the program's and never typed.

import { z } from 'zod';
import { anchorSchema, noteBodySchema } from './annotation.ts';
import { annotationIdSchema, handoutIdSchema, handoutItemIdSchema, isoTimeSchema } from './ids.ts';

/** UTF-16 units of a heading, a label or a line of the head. */
export const LONGEST_LINE = 2_000;
/** UTF-16 units of a quotation that was edited. */
export const LONGEST_QUOTE = 200_000;
/** What is more belongs into two handouts. */
export const MOST_ITEMS = 2_000;

const line = z.string().max(LONGEST_LINE);

/** 学习讨论提纲, 重点摘编, 指标对照, 讨论记录, 领学稿 */
export const handoutTemplates = [
  'discussion_outline',
  'digest',
  'indicator_comparison',
  'meeting_record',
  'lead_reading',
] as const;
export const handoutTemplateSchema = z.enum(handoutTemplates);

export type HandoutTemplate = z.infer<typeof handoutTemplateSchema>;

/** `official` measures as GB/T 9704-2012 says, `compact` is 12 pt. */
export const handoutPresets = ['official', 'compact'] as const;
export const handoutPresetSchema = z.enum(handoutPresets);
export type HandoutPreset = z.infer<typeof handoutPresetSchema>;
export const citationStyles = ['inline', 'footnote', 'endnote'] as const;
const citationStyleSchema = z.enum(citationStyles);
/** 文内注, 脚注式 (GB/T 7714), 简短 */
export const citationFormats = ['full', 'reference', 'short'] as const;
export const citationFormatSchema = z.enum(citationFormats);
export type CitationFormat = z.infer<typeof citationFormatSchema>;

const itemBase = { id: handoutItemIdSchema };

export const handoutItemSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('heading'),
      level: z.int().min(1).max(4),
      text: line,
      minutes: z.int().positive().max(1_440).nullable(),
    })
    .readonly(),
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('excerpt'),
      anchor: anchorSchema,
      annotationId: annotationIdSchema.nullable(),
      /** Null while the quotation is the source's text to the letter. */
      editedQuote: z.string().max(LONGEST_QUOTE).nullable(),
      withNote: z.boolean(),
    })
    .readonly(),
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('question'),
      text: noteBodySchema,
      /** The facilitator's copy alone. */
      answer: noteBodySchema,
    })
    .readonly(),
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('note'),
      text: noteBodySchema,
      isPrivate: z.boolean(),
    })
    .readonly(),
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('comparison'),
      title: line,
      rows: z.array(z.strictObject({ label: line, anchor: anchorSchema }).readonly()).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('tasks'),
      title: line,
      anchors: z.array(anchorSchema).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      ...itemBase,
      kind: z.literal('attendance'),
      present: line,
      absent: line,
      /** 列席 */
      observers: line,
      recorder: line,
    })
    .readonly(),
  z
    .strictObject({ ...itemBase, kind: z.literal('lines'), count: z.int().min(1).max(60) })
    .readonly(),
  z.strictObject({ ...itemBase, kind: z.literal('page_break') }).readonly(),
]);
export type HandoutItem = z.infer<typeof handoutItemSchema>;

export const handoutSchema = z
  .strictObject({
    id: handoutIdSchema,
    template: handoutTemplateSchema,
    title: line,
    meeting: line,
    date: line,
    place: line,
    host: line,
    statusLine: line,
    preset: handoutPresetSchema,
    citationStyle: citationStyleSchema,
    citationFormat: citationFormatSchema,
    items: z.array(handoutItemSchema).max(MOST_ITEMS).readonly(),
    createdAt: isoTimeSchema,
    updatedAt: isoTimeSchema,
    deletedAt: isoTimeSchema.nullable(),
  })
  .readonly();
export type Handout = z.infer<typeof handoutSchema>;

export const exportFormats = ['docx', 'pdf', 'html', 'md', 'txt'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Facilitator's copy, or the members' copy without answers, timing and private notes. */
export const handoutCopySchema = z.enum(['facilitator', 'members']);
export type HandoutCopy = z.infer<typeof handoutCopySchema>;
