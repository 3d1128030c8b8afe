// Reading: what is in the briefing, one document's content, and where the reader was.

import { z } from 'zod';
import { documentContentSchema, documentSchema, sectionSchema } from '../domain/document.ts';
import { documentIdSchema, segmentIdSchema } from '../domain/ids.ts';
import { placeSchema, textRangeSchema } from '../domain/place.ts';

/** The lines of a source behind a passage, for the 原文 view. Offsets count units of the source's text. */
export const sourceLineSchema = z
  .strictObject({
    /** 1-based, as an editor counts. */
    number: z.int().positive(),
    text: z.string(),
    /** Parts of the line that are not in the document, with the reason. Offsets within `text`. */
    removed: z
      .array(
        z
          .strictObject({
            start: z.int().nonnegative(),
            end: z.int().nonnegative(),
            reason: z.string(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type SourceLine = z.infer<typeof sourceLineSchema>;

export const readingPlaceSchema = z
  .strictObject({
    documentId: documentIdSchema,
    /** First visible unit of the document's text. */
    offset: z.int().nonnegative(),
    /** How many units of it have stood still under the reader's eye so far. */
    unitsRead: z.int().nonnegative(),
  })
  .readonly();
export type ReadingPlace = z.infer<typeof readingPlaceSchema>;

export const reachedPlaceSchema = z
  .strictObject({
    documentId: documentIdSchema,
    offset: z.int().nonnegative(),
    /** What was read there; null after a jump or a turn of the wheel. */
    read: textRangeSchema.nullable(),
  })
  .readonly();
export type ReachedPlace = z.infer<typeof reachedPlaceSchema>;

const paneSchema = z
  .strictObject({ documentId: documentIdSchema, offset: z.int().nonnegative() })
  .readonly();

/** The texts on screen: one, or two side by side. */
export const panesSchema = z
  .strictObject({ main: paneSchema, beside: paneSchema.nullable() })
  .readonly();
export type Panes = z.infer<typeof panesSchema>;

export const readingChannels = {
  listDocuments: { input: z.strictObject({}), output: z.array(documentSchema).readonly() },
  getDocument: {
    input: z.strictObject({ documentId: documentIdSchema }),
    output: documentContentSchema,
  },
  /** The outlines of some documents, each in text order; documents the pack has not are passed over. */
  listSections: {
    input: z.strictObject({ documentIds: z.array(documentIdSchema).max(10_000).readonly() }),
    output: z.array(sectionSchema).readonly(),
  },
  /** Where a segment stands, in whatever document (a contents list may point into another one). */
  findSegmentPlace: {
    input: z.strictObject({ segmentId: segmentIdSchema }),
    output: placeSchema.nullable(),
  },
  getSourceLines: {
    input: z.strictObject({ place: placeSchema }),
    output: z
      .strictObject({ sourceName: z.string(), lines: z.array(sourceLineSchema).readonly() })
      .readonly(),
  },
  listReadingPlaces: { input: z.strictObject({}), output: z.array(readingPlaceSchema).readonly() },
  /** What was on screen last; null at the first start. */
  getPanes: { input: z.strictObject({}), output: panesSchema.nullable() },
  savePanes: { input: panesSchema, output: z.null() },
  saveReadingPlace: { input: reachedPlaceSchema, output: z.null() },
} as const;
