// What the search knows of a pack's content besides the index: documents, sections, texts, departments.

import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { DocumentId, SegmentId } from '../../shared/domain/ids.ts';
import { documentIdSchema, segmentIdSchema } from '../../shared/domain/ids.ts';
import type { SegmentDetail } from '../../shared/domain/segment.ts';
import { segmentDetailSchema } from '../../shared/domain/segment.ts';

export type SearchedDocument = {
  readonly id: DocumentId;
  readonly title: string;
  readonly shortTitle: string;
  readonly sourceName: string;
};

export type PackText = {
  /** In the pack's order: their positions are the document numbers of the facts. */
  readonly documents: readonly SearchedDocument[];
  /** The whole text: to cut a part out, SQLite would read all of it every time. */
  readonly textOf: (document: number) => string;
  readonly idOf: (segment: number) => SegmentId;
  readonly detailOf: (segment: number) => SegmentDetail;
  /** Titles from the outermost section inwards. */
  readonly pathOf: (document: number, section: number) => readonly string[];
};

/** Units of document text kept at hand, two bytes each. */
const CACHED_UNITS = 2_000_000;

const documentRowSchema = z.strictObject({
  id: documentIdSchema,
  title: z.string(),
  short_title: z.string(),
  file_name: z.string(),
});
const sectionRowSchema = z.strictObject({
  ord: z.int(),
  key: z.string(),
  parent_key: z.string().nullable(),
  title: z.string(),
});

/** Reads what is small now, and prepares to read the rest on demand. */
export function openPackText(db: Database): PackText {
  const documents = db
    .prepare(
      `SELECT document.id, document.title, document.short_title, source.file_name
FROM document JOIN source ON source.id = document.source_id ORDER BY document.ord`,
    )
    .all()
    .map((row) => documentRowSchema.parse(row))
    .map((row) => ({
      id: row.id,
      title: row.title,
      shortTitle: row.short_title,
      sourceName: row.file_name,
    }));
  const selectText = db.prepare<[string], string>('SELECT text FROM document WHERE id = ?').pluck();
  const selectId = db.prepare<[number], string>('SELECT id FROM segment WHERE number = ?').pluck();
  const selectDetail = db
    .prepare<[number], string>('SELECT detail FROM segment WHERE number = ?')
    .pluck();
  const selectFirst = db.prepare<[], number>('SELECT min(number) FROM segment').pluck();
  const firstNumber = selectFirst.get() ?? 0;

  const texts = new Map<number, string>();
  let cached = 0;
  const paths = new Map<number, ReadonlyMap<number, readonly string[]>>();

  return {
    documents,
    textOf(document) {
      const known = texts.get(document);
      if (known !== undefined) return known;
      const text = selectText.get(documents[document]?.id ?? '') ?? '';
      texts.set(document, text);
      cached += text.length;
      for (const [oldest, old] of texts) {
        if (cached <= CACHED_UNITS || oldest === document) break;
        texts.delete(oldest);
        cached -= old.length;
      }
      return text;
    },
    idOf: (segment) => segmentIdSchema.parse(selectId.get(segment + firstNumber)),
    detailOf: (segment) =>
      segmentDetailSchema.parse(JSON.parse(selectDetail.get(segment + firstNumber) ?? '{}')),
    pathOf(document, section) {
      if (section < 0) return [];
      let known = paths.get(document);
      if (known === undefined) {
        known = listPaths(db, documents[document]?.id ?? '');
        paths.set(document, known);
      }
      return known.get(section) ?? [];
    },
  };
}

function listPaths(db: Database, documentId: string): ReadonlyMap<number, readonly string[]> {
  const rows = db
    .prepare<[string]>(
      'SELECT ord, key, parent_key, title FROM section WHERE document_id = ? ORDER BY ord',
    )
    .all(documentId)
    .map((row) => sectionRowSchema.parse(row));
  const byKey = new Map<string, readonly string[]>();
  const byOrd = new Map<number, readonly string[]>();
  for (const section of rows) {
    const path = [...(byKey.get(section.parent_key ?? '') ?? []), section.title];
    byKey.set(section.key, path);
    byOrd.set(section.ord, path);
  }
  return byOrd;
}
