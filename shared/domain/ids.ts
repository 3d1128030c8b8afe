// Brands keep an offset from being used as an id, and one id from being used as another.
// The only place where a cast makes a brand; everything else gets its ids from here or from a parsed schema.

import { z } from 'zod';

const identifier = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,95}$/);

export const packIdSchema = identifier.brand<'PackId'>();
export const documentIdSchema = identifier.brand<'DocumentId'>();
export const segmentIdSchema = identifier.brand<'SegmentId'>();
export const annotationIdSchema = z.uuid().brand<'AnnotationId'>();
export const handoutIdSchema = z.uuid().brand<'HandoutId'>();
export const handoutItemIdSchema = z.uuid().brand<'HandoutItemId'>();
export const tagIdSchema = z.uuid().brand<'TagId'>();

/** Names a section by the path of its headings, so that it survives a re-build and small edits. */
export const sectionKeySchema = z.string().min(1).max(600).brand<'SectionKey'>();

/** An instant as `Date.prototype.toISOString` prints it. */
export const isoTimeSchema = z.iso.datetime({ precision: 3 }).brand<'IsoTime'>();

export type PackId = z.infer<typeof packIdSchema>;
export type DocumentId = z.infer<typeof documentIdSchema>;
export type SegmentId = z.infer<typeof segmentIdSchema>;
export type SectionKey = z.infer<typeof sectionKeySchema>;
export type AnnotationId = z.infer<typeof annotationIdSchema>;
export type HandoutId = z.infer<typeof handoutIdSchema>;
export type HandoutItemId = z.infer<typeof handoutItemIdSchema>;
export type TagId = z.infer<typeof tagIdSchema>;
export type IsoTime = z.infer<typeof isoTimeSchema>;
