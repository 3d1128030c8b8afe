// Annotating: marks, notes, tags, the bin, and one undo history for all of them.

import { z } from 'zod';
import {
  annotationSchema,
  noteBodySchema,
  noteTypeSchema,
  pigmentSchema,
  tagNameSchema,
  tagSchema,
} from '../domain/annotation.ts';
import {
  annotationIdSchema,
  documentIdSchema,
  sectionKeySchema,
  tagIdSchema,
} from '../domain/ids.ts';
import { historyActionSchema, historyEntitySchema } from '../domain/historyAction.ts';
import { placeSchema } from '../domain/place.ts';

/** What a new annotation is about; main makes the anchor and checks that the quote is the text at the place. */
export const newTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passage'), place: placeSchema, quote: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('section'),
    documentId: documentIdSchema,
    sectionKey: sectionKeySchema,
  }),
  z.strictObject({ kind: z.literal('document'), documentId: documentIdSchema }),
  z.strictObject({ kind: z.literal('free') }),
]);

export const annotationChangeSchema = z
  .strictObject({
    note: noteBodySchema.optional(),
    pigment: pigmentSchema.optional(),
    type: noteTypeSchema.nullable().optional(),
    isPrivate: z.boolean().optional(),
    tagIds: z.array(tagIdSchema).optional(),
  })
  .readonly();

/** The same change to many at once: one action, one step of the history. */
export const manyAnnotationsChangeSchema = z
  .strictObject({
    pigment: pigmentSchema.optional(),
    type: noteTypeSchema.nullable().optional(),
    /** A tag by its name; made when there is none. */
    addTag: tagNameSchema.optional(),
    removeTagId: tagIdSchema.optional(),
  })
  .readonly();

/** What undo or redo did, for the window to say and to ask anew; null when there was nothing. */
const undoReportSchema = z
  .strictObject({
    action: historyActionSchema,
    entities: z.array(historyEntitySchema).readonly(),
  })
  .readonly()
  .nullable();

/** Where an annotation made on another edition stands in the open one. */
export const resolutionSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('unchanged'), place: placeSchema }).readonly(),
  z.strictObject({ status: z.literal('moved'), place: placeSchema }).readonly(),
  z
    .strictObject({
      status: z.literal('changed'),
      proposal: z
        .strictObject({ place: placeSchema, text: z.string(), score: z.number() })
        .readonly(),
    })
    .readonly(),
  z.strictObject({ status: z.literal('gone') }).readonly(),
]);

const annotationIds = z.array(annotationIdSchema).min(1).max(10_000);

export const annotatingChannels = {
  listAnnotations: { input: z.strictObject({}), output: z.array(annotationSchema).readonly() },
  /** The window gives the id, so that it can show the annotation before main has answered. */
  createAnnotation: {
    input: z.strictObject({
      id: annotationIdSchema,
      target: newTargetSchema,
      pigment: pigmentSchema.nullable(),
      note: noteBodySchema,
      type: noteTypeSchema.nullable(),
    }),
    output: annotationSchema,
  },
  changeAnnotation: {
    input: z.strictObject({ id: annotationIdSchema, change: annotationChangeSchema }),
    output: annotationSchema,
  },
  changeAnnotations: {
    input: z.strictObject({ ids: annotationIds, change: manyAnnotationsChangeSchema }),
    output: z.null(),
  },
  /** Moves a mark's ends (extend, shrink): the old mark goes to the history, the anchor is written anew. */
  moveAnnotation: {
    input: z.strictObject({
      id: annotationIdSchema,
      place: placeSchema,
      quote: z.string().min(1),
    }),
    output: annotationSchema,
  },
  deleteAnnotations: {
    input: z.strictObject({ ids: annotationIds }),
    output: z.null(),
  },
  /** The note is no longer worked on: one that was begun and never written goes, as if it had never been. */
  leaveNote: {
    input: z.strictObject({ id: annotationIdSchema }),
    output: z.strictObject({ isDropped: z.boolean() }).readonly(),
  },
  listBin: { input: z.strictObject({}), output: z.array(annotationSchema).readonly() },
  restoreAnnotations: {
    input: z.strictObject({ ids: annotationIds }),
    output: z.null(),
  },
  /** Takes annotations out of the bin for good; this alone cannot be undone. */
  eraseAnnotations: { input: z.strictObject({ ids: annotationIds }), output: z.null() },
  /** Of those alone that were made on another edition than the open one. */
  listResolutions: {
    input: z.strictObject({}),
    output: z
      .array(z.strictObject({ id: annotationIdSchema, resolution: resolutionSchema }).readonly())
      .readonly(),
  },
  /** The proposal for a changed passage is not it: the annotation stands nowhere until it is sought again. */
  setAside: { input: z.strictObject({ id: annotationIdSchema }), output: z.null() },
  seekAgain: {
    input: z.strictObject({ id: annotationIdSchema }),
    output: z.strictObject({ isFound: z.boolean() }).readonly(),
  },
  /** Every link of every note, with where it leads in the open edition. */
  listNoteLinks: {
    input: z.strictObject({}),
    output: z
      .array(
        z
          .strictObject({
            annotationId: annotationIdSchema,
            /** As the note writes it. */
            address: z.string(),
            resolution: resolutionSchema,
          })
          .readonly(),
      )
      .readonly(),
  },
  listTags: { input: z.strictObject({}), output: z.array(tagSchema).readonly() },
  createTag: {
    input: z.strictObject({ name: tagNameSchema }),
    output: tagSchema,
  },
  /** Renaming a tag to the name of another one merges the two. */
  renameTag: {
    input: z.strictObject({ id: tagIdSchema, name: tagNameSchema }),
    output: tagSchema,
  },
  deleteTag: { input: z.strictObject({ id: tagIdSchema }), output: z.null() },
  undo: { input: z.strictObject({}), output: undoReportSchema },
  redo: { input: z.strictObject({}), output: undoReportSchema },
} as const;

export type NewTarget = z.infer<typeof newTargetSchema>;
export type AnnotationChange = z.infer<typeof annotationChangeSchema>;
export type ManyAnnotationsChange = z.infer<typeof manyAnnotationsChangeSchema>;
