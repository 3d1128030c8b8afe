// Searching: one page of ranked hits with true counts, the hits of one document to step through, and recent searches.

import { z } from 'zod';
import { annotationIdSchema, documentIdSchema, segmentIdSchema } from '../domain/ids.ts';
import { textRangeSchema } from '../domain/place.ts';
import { segmentKindSchema } from '../domain/segment.ts';

/** Where to look: running text, tables and their titles, or the reader's own notes. */
export const searchScopeSchema = z.enum(['text', 'tables', 'notes']);
export type SearchScope = z.infer<typeof searchScopeSchema>;

/** What was chosen with the mouse; an empty list or null chooses everything. Typed filters narrow further. */
export const searchFiltersSchema = z
  .strictObject({
    scope: searchScopeSchema.nullable(),
    documentIds: z.array(documentIdSchema).max(200).readonly(),
    kinds: z.array(segmentKindSchema).max(40).readonly(),
    leads: z.array(z.string().min(1).max(200)).max(100).readonly(),
  })
  .readonly();
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

/** Any string is a query; what is longer than the query language reads is cut there, and the page says so. */
const querySchema = z.string().max(20_000);

const excerptSchema = z
  .strictObject({
    text: z.string(),
    /** Ranges of `text` to mark. */
    marks: z.array(textRangeSchema).readonly(),
    cutBefore: z.boolean(),
    cutAfter: z.boolean(),
  })
  .readonly();

/** A row of the list: one segment (of a table: one row of it) with all its occurrences. */
const segmentRowSchema = z
  .strictObject({
    kind: z.literal('segment'),
    documentId: documentIdSchema,
    segmentId: segmentIdSchema,
    segmentKind: segmentKindSchema,
    /** The first occurrence, in units of the document's text. */
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    /** Occurrences in this row. */
    count: z.int().nonnegative(),
    excerpt: excerptSchema,
    /** Titles from the outermost section inwards. */
    path: z.array(z.string()).readonly(),
    /** A table's row, counted from 1, and its cells with the heads of their columns. */
    tableRow: z
      .strictObject({
        number: z.int().positive(),
        cells: z
          .array(
            z
              .strictObject({
                head: z.string(),
                text: z.string(),
                marks: z.array(textRangeSchema).readonly(),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly()
      .nullable(),
    leadDepartments: z.array(z.string()).readonly(),
  })
  .readonly();

/**
 * Where a note stands in this edition: at its passage, at one that the reader has still to confirm, at
 * none since its passage is gone, or without a passage from the beginning.
 */
const noteStandingSchema = z.enum(['placed', 'review', 'gone', 'unmarked']);
export type NoteStanding = z.infer<typeof noteStandingSchema>;

const noteRowSchema = z
  .strictObject({
    kind: z.literal('note'),
    annotationId: annotationIdSchema,
    /** The document it is about; null for a note on nothing in particular. */
    documentId: documentIdSchema.nullable(),
    standing: noteStandingSchema,
    /** Where its passage is, of a note that is placed. */
    place: z
      .strictObject({ documentId: documentIdSchema, start: z.int(), end: z.int() })
      .readonly()
      .nullable(),
    count: z.int().positive(),
    excerpt: excerptSchema,
  })
  .readonly();

const documentGroupSchema = z
  .strictObject({
    documentId: documentIdSchema,
    title: z.string(),
    count: z.int().nonnegative(),
    /** Occurrences in equal parts of the document, first part first. */
    bar: z.array(z.int().nonnegative()).readonly(),
    rows: z.array(segmentRowSchema).readonly(),
  })
  .readonly();

const facetSchema = <Value extends z.ZodType>(value: Value) =>
  z.array(z.strictObject({ value, label: z.string(), count: z.int().nonnegative() })).readonly();

export const searchPageSchema = z
  .strictObject({
    status: z.literal('page'),
    /** The query as read, after the cut. */
    query: z.string(),
    isCut: z.boolean(),
    /** What the words stand for when the query was read as pinyin; null when it was taken literally. */
    pinyinWord: z.string().nullable(),
    /** The letters only sound like that word: zh for z, in for ing. */
    isFuzzy: z.boolean(),
    /** Further words the same letters can stand for, most frequent first. */
    pinyinWords: z.array(z.string()).readonly(),
    /** `section`: no segment holds all words, these sections do. */
    togetherIn: z.enum(['segment', 'section']),
    /** Occurrences in documents and notes together. */
    total: z.int().nonnegative(),
    noteCount: z.int().nonnegative(),
    documentCount: z.int().nonnegative(),
    millis: z.number().nonnegative(),
    groups: z.array(documentGroupSchema).readonly(),
    notes: z.array(noteRowSchema).readonly(),
    /** Rows of notes, of which `notes` shows the first. */
    noteRowCount: z.int().nonnegative(),
    /** Segments, of which `groups` shows those from `offset` on: of a table one row for each of its rows with a hit. */
    rowCount: z.int().nonnegative(),
    offset: z.int().nonnegative(),
    facets: z
      .strictObject({
        scopes: facetSchema(searchScopeSchema),
        documents: facetSchema(documentIdSchema),
        kinds: facetSchema(segmentKindSchema),
        leads: facetSchema(z.string()),
      })
      .readonly(),
    /** Near terms that do exist; filled when nothing was found. */
    suggestions: z.array(z.string()).readonly(),
    /** `scan` while there is no index of this version. */
    answeredBy: z.enum(['index', 'scan']),
    /** How far the index is built, 0 to 1; null when it is not being built. */
    indexProgress: z.number().min(0).max(1).nullable(),
  })
  .readonly();

export const searchAnswerSchema = z.discriminatedUnion('status', [
  searchPageSchema,
  /** A newer query arrived before this one was done. */
  z.strictObject({ status: z.literal('superseded') }),
]);

export type Excerpt = z.infer<typeof excerptSchema>;
export type SegmentRow = z.infer<typeof segmentRowSchema>;
export type NoteRow = z.infer<typeof noteRowSchema>;
export type DocumentGroup = z.infer<typeof documentGroupSchema>;
export type SearchPage = z.infer<typeof searchPageSchema>;
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

export const searchingChannels = {
  searchPack: {
    input: z.strictObject({
      query: querySchema,
      filters: searchFiltersSchema,
      fuzzyPinyin: z.boolean(),
      offset: z.int().nonnegative(),
      /** Segments and notes of a page: the list grows for as long as one asks for more. */
      limit: z.int().min(1).max(100_000),
    }),
    output: searchAnswerSchema,
  },
  /** All occurrences in one document, in text order, to mark them and to step from one to the next. */
  listHitRanges: {
    input: z.strictObject({
      query: querySchema,
      filters: searchFiltersSchema,
      fuzzyPinyin: z.boolean(),
      documentId: documentIdSchema,
    }),
    output: z
      .strictObject({
        /** Start and end by turns: a common character of a long document has very many. */
        offsets: z.array(z.int().nonnegative()).readonly(),
        /** The query was too long, and only its beginning was used. */
        isCut: z.boolean(),
      })
      .readonly(),
  },
  /** Newest first. */
  listRecentSearches: { input: z.strictObject({}), output: z.array(z.string()).readonly() },
  rememberSearch: {
    input: z.strictObject({ query: z.string().trim().min(1).max(256) }),
    output: z.array(z.string()).readonly(),
  },
  clearRecentSearches: { input: z.strictObject({}), output: z.null() },
} as const;
