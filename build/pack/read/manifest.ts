// `pack.json` and `corrections.json` beside the sources: what no program can know.

import { z } from 'zod';
import { documentSchema, documentRoleSchema } from '../../../shared/domain/document.ts';
import { documentIdSchema, packIdSchema } from '../../../shared/domain/ids.ts';

const text = z.string().trim().min(1);

const manifestDocumentSchema = z
  .strictObject({
    id: documentIdSchema,
    role: documentRoleSchema.default('document'),
    title: text,
    shortTitle: text.optional(),
    issuer: text.nullable().default(null),
    author: text.nullable().default(null),
    date: documentSchema.unwrap().shape.date.default(null),
    /** Overrules the status of the source. */
    status: text.nullable().optional(),
  })
  .readonly();
export type ManifestDocument = z.infer<typeof manifestDocumentSchema>;

const manifestSourceSchema = z
  .strictObject({
    file: text,
    /** Where the file came from; "unknown" where nothing states it. */
    origin: text.default('unknown'),
    rights: text.default('unknown'),
    /** 内部资料, 征求意见稿 … as printed. */
    status: text.nullable().default(null),
    /** In the order of the source; empty: as many as the source turns out to hold. */
    documents: z.array(manifestDocumentSchema).readonly().default([]),
  })
  .readonly();
export type ManifestSource = z.infer<typeof manifestSourceSchema>;

/** Sources stand in the order of the pack. */
export const manifestSchema = z
  .strictObject({
    packId: packIdSchema,
    title: text,
    version: z.int().positive(),
    versionLabel: text,
    status: text.nullable().default(null),
    sources: z
      .array(manifestSourceSchema)
      .refine((sources) => areUnique(sources.map((source) => source.file)), 'a file stands twice')
      .refine(
        (sources) => areUnique(sources.flatMap(({ documents }) => documents.map(({ id }) => id))),
        'a document id stands twice',
      )
      .readonly(),
  })
  .readonly();
export type Manifest = z.infer<typeof manifestSchema>;

const lineNumber = z.int().positive();
const lineRange = z.tuple([lineNumber, lineNumber]).readonly();

/**
 * `reorder`: the lines of `ranges` together are one stretch of the source; they are read in the order
 * given. `join`: the lines of `lines` are one paragraph. Nothing else can be said, so a correction
 * cannot lose or invent anything.
 */
const correctionSchema = z.discriminatedUnion('do', [
  z
    .strictObject({
      file: text,
      do: z.literal('reorder'),
      ranges: z.array(lineRange).min(2).readonly(),
      why: text,
    })
    .readonly(),
  z.strictObject({ file: text, do: z.literal('join'), lines: lineRange, why: text }).readonly(),
]);
export type Correction = z.infer<typeof correctionSchema>;

export const correctionsSchema = z.array(correctionSchema).readonly();

function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
