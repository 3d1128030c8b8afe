// Queries over the content of the pack. Content tables are written by the builder alone. Their rows are taken as they
// are: a pack from elsewhere had every one of them checked when it was let in (packs/checkContent), the shipped one
// is known by its hash, and a law code has too many to do it again at every opening.

import {
  documentSchema,
  type Document,
  type DocumentContent,
  type Section,
} from '../../shared/domain/document.ts';
import type { DocumentId, SegmentId } from '../../shared/domain/ids.ts';
import { packInfoSchema, type PackInfo } from '../../shared/domain/pack.ts';
import { placeSchema, type Place } from '../../shared/domain/place.ts';
import { segmentDetailSchema, type Segment } from '../../shared/domain/segment.ts';
import type { BriefingDb } from './briefing/briefingDb.ts';

const documentColumns = `
  document.id, document.ord, role, title, short_title AS shortTitle, issuer, author, date, status,
  source.file_name AS sourceName,
  (SELECT count(paragraph_number) FROM segment WHERE document_id = document.id) AS paragraphCount,
  document.text`;

type DocumentRow = { readonly text: string } & Readonly<Record<string, unknown>>;

/** All documents in the order of the pack, without their texts. */
export function listDocuments(db: BriefingDb): readonly Document[] {
  return db
    .prepare<[], DocumentRow>(
      `SELECT ${documentColumns} FROM document JOIN source ON source.id = source_id ORDER BY document.ord`,
    )
    .all()
    .map(documentOf);
}

/** What the pack says of each document's standing, as printed; null where it says nothing. */
export function listStatuses(db: BriefingDb): ReadonlyMap<DocumentId, Document['status']> {
  const rows = db
    .prepare<[], Pick<Document, 'id' | 'status'>>('SELECT id, status FROM document ORDER BY ord')
    .all();
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** One document whole: text, outline, segments. Null when the pack has no such document. */
export function findDocumentContent(db: BriefingDb, id: DocumentId): DocumentContent | null {
  const row = db
    .prepare<[DocumentId], DocumentRow>(
      `SELECT ${documentColumns} FROM document JOIN source ON source.id = source_id WHERE document.id = ?`,
    )
    .get(id);
  if (!row) return null;
  return {
    document: documentOf(row),
    text: row.text,
    sections: listSections(db, id),
    segments: listSegments(db, id),
  };
}

/** SQLite counts characters, the project counts UTF-16 units: the length is taken here. */
function documentOf({ text, ...row }: DocumentRow): Document {
  return documentSchema.parse({ ...row, length: text.length });
}

/** The outline of one document, in text order. */
export function listSections(db: BriefingDb, id: DocumentId): readonly Section[] {
  return db
    .prepare<[DocumentId], Section>(
      `SELECT document_id AS documentId, ord, key, parent_key AS parentKey, level, title,
         heading_id AS headingId, start, end
       FROM section WHERE document_id = ? ORDER BY ord`,
    )
    .all(id);
}

/** `detail` is JSON. */
type SegmentRow = Omit<Segment, 'detail'> & { readonly detail: string };

function listSegments(db: BriefingDb, id: DocumentId): readonly Segment[] {
  return db
    .prepare<[DocumentId], SegmentRow>(
      `SELECT id, document_id AS documentId, ord, kind, level, start, end,
         section_key AS sectionKey, paragraph_number AS paragraphNumber, hash, detail
       FROM segment WHERE document_id = ? ORDER BY ord`,
    )
    .all(id)
    .map((row) => ({ ...row, detail: segmentDetailSchema.parse(JSON.parse(row.detail)) }));
}

/** Where a segment stands; null when the pack has no such segment. */
export function findSegmentPlace(db: BriefingDb, id: SegmentId): Place | null {
  const row = db
    .prepare<[SegmentId]>('SELECT document_id AS documentId, start, end FROM segment WHERE id = ?')
    .get(id);
  return row === undefined ? null : placeSchema.parse(row);
}

type PackRow = Readonly<Record<string, unknown>>;

/** How the pack as a whole is marked; null where it bears no mark. */
export function findPackStatus(db: BriefingDb): PackInfo['status'] {
  const row = db
    .prepare<[], Pick<PackInfo, 'status'>>('SELECT status FROM pack WHERE id = 1')
    .get();
  return row?.status ?? null;
}

/** What the pack says of itself; its characters are counted in code points. Throws where it has no row. */
export function getPackInfo(db: BriefingDb): PackInfo {
  const row = db
    .prepare<[], PackRow>(
      `SELECT pack_id AS packId, title, version, version_label AS versionLabel, status, digest,
         (SELECT count(*) FROM document WHERE role = 'document') AS documentCount,
         (SELECT count(*) FROM segment) AS segmentCount,
         (SELECT coalesce(sum(length(text)), 0) FROM document) AS characterCount
       FROM pack`,
    )
    .get();
  return packInfoSchema.parse(row);
}
