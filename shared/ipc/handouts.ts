// Handouts: composing, the preview that is the export itself, the export, and the check of old exports.

import { z } from 'zod';
import {
  exportFormatSchema,
  handoutCopySchema,
  handoutSchema,
  handoutTemplateSchema,
} from '../domain/handout.ts';
import { annotationIdSchema, handoutIdSchema, handoutItemIdSchema } from '../domain/ids.ts';
import { placeSchema } from '../domain/place.ts';

/** `equal` of `total` quotations are the document's text; every other one is named with what is wrong. */
const quoteCheckSchema = z
  .strictObject({
    total: z.int().nonnegative(),
    equal: z.int().nonnegative(),
    unequal: z
      .array(
        z
          .strictObject({
            itemId: handoutItemIdSchema,
            status: z.enum(['edited', 'different', 'missing']),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

/** One passage to be quoted; main makes the anchor and checks that the quote is the text at the place. */
const newExcerptSchema = z
  .strictObject({
    place: placeSchema,
    quote: z.string().min(1).max(200_000),
    annotationId: annotationIdSchema.nullable(),
  })
  .readonly();

/** What an exported file's quotations are worth against the sources. */
export const recheckSchema = z
  .strictObject({
    fileName: z.string(),
    total: z.int().nonnegative(),
    equal: z.int().nonnegative(),
    altered: z
      .array(
        z
          .strictObject({
            number: z.int().positive(),
            /** Null where the briefing does not hold the document. */
            source: z.string().nullable(),
            /** As a reader takes it, without what is struck out; null where the quotation is gone. */
            found: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Recheck = z.infer<typeof recheckSchema>;

/** A typeface the pages are really set in; bundled ones stand in where the machine has none. */
const fontSchema = z.strictObject({ name: z.string(), isBundled: z.boolean() }).readonly();

/** `isSettled`: an export would write the same pages; else numbers and footnotes may still move. */
const previewSchema = z.discriminatedUnion('status', [
  z
    .strictObject({
      status: z.literal('pages'),
      pdf: z.instanceof(Uint8Array),
      isSettled: z.boolean(),
    })
    .readonly(),
  z.strictObject({ status: z.enum(['unchanged', 'superseded']) }).readonly(),
]);

export const handoutChannels = {
  listHandouts: { input: z.strictObject({}), output: z.array(handoutSchema).readonly() },
  createHandout: {
    input: z.strictObject({ template: handoutTemplateSchema, title: z.string().max(2_000) }),
    output: handoutSchema,
  },
  /** A copy under another name, with new ids for itself and its items. */
  duplicateHandout: {
    input: z.strictObject({ id: handoutIdSchema, title: z.string().max(2_000) }),
    output: handoutSchema,
  },
  /** Stores the whole handout (head and items) in one transaction with its undo record. */
  saveHandout: { input: z.strictObject({ handout: handoutSchema }), output: handoutSchema },
  /** Adds excerpts at the end; without an id to the handout changed last, which is made where there is none. */
  addExcerpts: {
    input: z.strictObject({
      id: handoutIdSchema.nullable(),
      /** For a handout that has to be made. */
      title: z.string().max(2_000),
      excerpts: z.array(newExcerptSchema).min(1).max(100_000),
    }),
    output: handoutSchema,
  },
  deleteHandout: { input: z.strictObject({ id: handoutIdSchema }), output: z.null() },
  listHandoutBin: { input: z.strictObject({}), output: z.array(handoutSchema).readonly() },
  restoreHandout: { input: z.strictObject({ id: handoutIdSchema }), output: handoutSchema },
  /** Every quotation compared with the document's text. */
  checkQuotes: { input: z.strictObject({ id: handoutIdSchema }), output: quoteCheckSchema },
  /** The PDF that an export would write, for pdf.js to draw; a newer question ends an older one. */
  previewHandout: {
    input: z.strictObject({ id: handoutIdSchema, copy: handoutCopySchema, isQuick: z.boolean() }),
    output: previewSchema,
    holdsBytes: true,
  },
  exportHandout: {
    input: z.strictObject({
      id: handoutIdSchema,
      copy: handoutCopySchema,
      format: exportFormatSchema,
    }),
    output: z
      .strictObject({ fileName: z.string(), quotes: quoteCheckSchema, fonts: z.array(fontSchema) })
      .readonly(),
  },
  /** Opens the system's print dialog on the pages of the preview. */
  printHandout: {
    input: z.strictObject({ id: handoutIdSchema, copy: handoutCopySchema }),
    output: z.null(),
  },
  /** Asks for a .docx or .html exported earlier and compares its quotations with the sources again. */
  recheckExport: { input: z.strictObject({}), output: recheckSchema },
} as const;
