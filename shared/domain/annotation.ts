// Annotations follow a small subset of the W3C Web Annotation Data Model: one target, written once as
// position and quote selectors plus the project's own hints, and one plain-text body.
// Left out: several targets, styles, states, stylesheets.

import { z } from 'zod';
import {
  annotationIdSchema,
  documentIdSchema,
  isoTimeSchema,
  sectionKeySchema,
  segmentIdSchema,
  tagIdSchema,
} from './ids.ts';

/** 藤黄, 朱砂, 石绿, 花青: what they mean is the reader's to name. */
export const pigments = ['gamboge', 'cinnabar', 'malachite', 'indigo'] as const;
export const pigmentSchema = z.enum(pigments);
export type Pigment = z.infer<typeof pigmentSchema>;

/** 讨论题, 例证, 数据, 疑问, 行动 */
export const noteTypes = ['discussion', 'example', 'figure', 'question', 'action'] as const;
export const noteTypeSchema = z.enum(noteTypes);
export type NoteType = z.infer<typeof noteTypeSchema>;

const segmentHashSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** Three times the longest document of the first pack, in UTF-16 units: what is longer is no passage. */
export const LONGEST_QUOTE = 200_000;

/**
 * Where an annotation was made. Written once, never changed: resolving it against another edition
 * gives a place beside it. `prefix` and `suffix` are up to 32 graphemes of the document's text.
 */
export const anchorSchema = z
  .strictObject({
    documentId: documentIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    quote: z.string().min(1).max(LONGEST_QUOTE),
    prefix: z.string().max(512),
    suffix: z.string().max(512),
    /** The segment in which the quote begins, where that segment began, and its hash, all at that time. */
    segmentId: segmentIdSchema,
    segmentStart: z.int().nonnegative(),
    segmentHash: segmentHashSchema,
    /** Hashes of the further segments the quote reaches into, in text order; empty for a quote in one. */
    laterSegmentHashes: z.array(segmentHashSchema).readonly(),
    sectionKey: sectionKeySchema.nullable(),
    packVersion: z.int().positive(),
  })
  .readonly();
export type Anchor = z.infer<typeof anchorSchema>;

/** What an annotation is about: a passage, a section, a document, or nothing in particular. */
export const annotationTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passage'), anchor: anchorSchema }).readonly(),
  z
    .strictObject({
      kind: z.literal('section'),
      documentId: documentIdSchema,
      sectionKey: sectionKeySchema,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('document'), documentId: documentIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('free') }).readonly(),
]);
export type AnnotationTarget = z.infer<typeof annotationTargetSchema>;

/** UTF-16 units of what is written in one piece. */
export const LONGEST_NOTE = 100_000;
export const noteBodySchema = z.string().max(LONGEST_NOTE);

export const annotationSchema = z
  .strictObject({
    id: annotationIdSchema,
    target: annotationTargetSchema,
    /** Null for a note without a mark (section, document, free). */
    pigment: pigmentSchema.nullable(),
    /** Plain text with light Markdown; empty when it is a mark alone. */
    note: noteBodySchema,
    type: noteTypeSchema.nullable(),
    /** Kept out of the members' copy of a handout. */
    isPrivate: z.boolean(),
    tagIds: z.array(tagIdSchema).readonly(),
    author: z.string().min(1).max(200).nullable(),
    createdAt: isoTimeSchema,
    updatedAt: isoTimeSchema,
    /** Set while it rests in the bin. */
    deletedAt: isoTimeSchema.nullable(),
  })
  .readonly();
export type Annotation = z.infer<typeof annotationSchema>;

export const tagNameSchema = z.string().trim().min(1).max(100);

export const tagSchema = z.strictObject({ id: tagIdSchema, name: tagNameSchema }).readonly();
export type Tag = z.infer<typeof tagSchema>;
