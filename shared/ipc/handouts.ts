// Handouts: composing, the preview that is the export itself, and the export.

import { z } from 'zod';
import {
  exportFormatSchema,
  handoutCopySchema,
  handoutSchema,
  handoutTemplateSchema,
} from '../domain/handout.ts';
import { handoutIdSchema } from '../domain/ids.ts';

export const quoteCheckSchema = z
  .strictObject({ total: z.int().nonnegative(), equal: z.int().nonnegative() })
  .readonly();

export const handoutChannels = {
  listHandouts: { input: z.strictObject({}), output: z.array(handoutSchema).readonly() },
  createHandout: {
    input: z.strictObject({ template: handoutTemplateSchema, title: z.string().max(2_000) }),
    output: handoutSchema,
  },
  /** Stores the whole handout (head and items) in one transaction with its undo record. */
  saveHandout: { input: z.strictObject({ handout: handoutSchema }), output: handoutSchema },
  deleteHandout: { input: z.strictObject({ id: handoutIdSchema }), output: z.null() },
  /** Every quotation compared with the document's text. */
  checkQuotes: { input: z.strictObject({ id: handoutIdSchema }), output: quoteCheckSchema },
  /** The PDF that an export would write, for pdf.js to draw. */
  previewHandout: {
    input: z.strictObject({ id: handoutIdSchema, copy: handoutCopySchema }),
    output: z.instanceof(Uint8Array),
  },
  exportHandout: {
    input: z.strictObject({
      id: handoutIdSchema,
      copy: handoutCopySchema,
      format: exportFormatSchema,
    }),
    output: z
      .strictObject({ fileName: z.string(), quotes: quoteCheckSchema, fonts: z.array(z.string()) })
      .readonly(),
  },
} as const;
