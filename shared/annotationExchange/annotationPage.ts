// The file: a W3C Web Annotation page as JSON-LD. What the standard has no word for stands under
// `yandu:`; other readers may ignore it. Deletions travel as tombstones.

import { z } from 'zod';
import {
  LONGEST_QUOTE,
  noteBodySchema,
  noteTypeSchema,
  pigmentSchema,
  tagNameSchema,
} from '../domain/annotation.ts';
import { isoTimeSchema, packIdSchema, sectionKeySchema, segmentIdSchema } from '../domain/ids.ts';

export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { yandu: 'urn:yandu:terms#' }] as const;

const URN = 'urn:uuid:';
const urnSchema = z
  .string()
  .startsWith(URN)
  .transform((urn) => urn.slice(URN.length))
  .pipe(z.uuid());

const bodySchema = z.discriminatedUnion('purpose', [
  z.object({
    type: z.literal('TextualBody'),
    purpose: z.literal('commenting'),
    format: z.literal('text/markdown'),
    value: noteBodySchema.min(1),
  }),
  z.object({
    type: z.literal('TextualBody'),
    purpose: z.literal('tagging'),
    value: tagNameSchema,
  }),
]);

const positionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
const quoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(LONGEST_QUOTE),
  prefix: z.string().max(512),
  suffix: z.string().max(512),
});
const hash = z.string().regex(/^[0-9a-f]{32}$/);
const segmentHint = z.object({
  id: segmentIdSchema,
  start: z.int().nonnegative(),
  hash,
  laterHashes: z.array(hash),
  sectionKey: sectionKeySchema.nullable(),
  packVersion: z.int().positive(),
});

const targetSchema = z.union([
  z.object({
    source: z.string(),
    selector: z.tuple([positionSelector, quoteSelector]),
    'yandu:segment': segmentHint,
  }),
  z.object({ source: z.string(), 'yandu:sectionKey': sectionKeySchema }),
  z.object({ source: z.string() }),
]);

export const pageItemSchema = z.object({
  id: urnSchema,
  type: z.literal('Annotation'),
  motivation: z.enum(['highlighting', 'commenting']),
  created: isoTimeSchema,
  modified: isoTimeSchema,
  creator: z.object({ type: z.literal('Person'), name: z.string().min(1).max(200) }).optional(),
  body: z.array(bodySchema),
  target: targetSchema,
  'yandu:pigment': pigmentSchema.nullable(),
  'yandu:noteType': noteTypeSchema.nullable(),
  'yandu:private': z.boolean(),
});
export type PageItem = z.input<typeof pageItemSchema>;
export type ParsedItem = z.output<typeof pageItemSchema>;

/** Foreign keys are passed over, so that files of later versions can still be read. */
export const annotationPageSchema = z.object({
  '@context': z.array(z.unknown()),
  type: z.literal('AnnotationPage'),
  'yandu:pack': z.object({ id: packIdSchema, version: z.int().positive() }),
  items: z.array(pageItemSchema).max(100_000),
  'yandu:tombstones': z.array(z.object({ id: urnSchema, deleted: isoTimeSchema })).max(100_000),
});
export type AnnotationPage = z.input<typeof annotationPageSchema>;

/** The name of a document (or of the pack, for free notes) as the source of a target. */
export function sourceOf(packId: string, documentId: string | null): string {
  return documentId === null ? `urn:yandu:${packId}` : `urn:yandu:${packId}:${documentId}`;
}

export function urnOf(id: string): string {
  return `${URN}${id}`;
}
