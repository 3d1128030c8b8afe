// The open pack's text as anchors see it: segments with their hashes, nothing of their looks.

import type { AnchorSegment, EditionDocument } from '../../../shared/anchoring/edition.ts';
import type { Anchor } from '../../../shared/domain/annotation.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Place } from '../../../shared/domain/place.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';

const segmentColumns = 'id, ord, start, end, hash, section_key AS sectionKey';

/** The edition in the briefing. Throws where the pack row is missing, which no checked pack lacks. */
export function getPackVersion(db: BriefingDb): number {
  const row = db
    .prepare<[], { readonly version: number }>('SELECT version FROM pack WHERE id = 1')
    .get();
  if (row === undefined) throw new Error('the briefing has no pack row');
  return row.version;
}

/**
 * Tells anchors that stand where they say: made on this edition, as the text there shows. A file can name any
 * edition, and two signers can give two texts the same number. Reads each document once.
 */
export function readsAsAnchored(db: BriefingDb): (anchor: Anchor) => boolean {
  const version = getPackVersion(db);
  const find = db.prepare<[DocumentId], string>('SELECT text FROM document WHERE id = ?').pluck();
  const texts = new Map<DocumentId, string>();
  return ({ packVersion, documentId, start, end, quote }) => {
    if (packVersion !== version) return false;
    const text = texts.get(documentId) ?? find.get(documentId) ?? '';
    texts.set(documentId, text);
    return text.slice(start, end) === quote;
  };
}

/** The document of a place with the segments the place touches; null when there is no such document. */
export function findDocumentAt(db: BriefingDb, place: Place): EditionDocument | null {
  const document = db
    .prepare<[DocumentId], { readonly id: DocumentId; readonly text: string }>(
      'SELECT id, text FROM document WHERE id = ?',
    )
    .get(place.documentId);
  if (document === undefined) return null;
  const segments = db
    .prepare<[DocumentId, number, number], AnchorSegment>(
      `SELECT ${segmentColumns} FROM segment
       WHERE document_id = ? AND start < ? AND end > ? ORDER BY ord`,
    )
    .all(place.documentId, place.end, place.start);
  return { ...document, segments };
}

/** Every document with all its segments. */
export function listEditionDocuments(db: BriefingDb): EditionDocument[] {
  const segmentsOf = db.prepare<[DocumentId], AnchorSegment>(
    `SELECT ${segmentColumns} FROM segment WHERE document_id = ? ORDER BY ord`,
  );
  return db
    .prepare<[], { readonly id: DocumentId; readonly text: string }>(
      'SELECT id, text FROM document ORDER BY ord',
    )
    .all()
    .map((document) => ({ ...document, segments: segmentsOf.all(document.id) }));
}

/** The end of a document's last segment; null where there is no such document. */
export function findLength(db: BriefingDb, documentId: DocumentId): number | null {
  const row = db
    .prepare<[DocumentId], { readonly length: number }>(
      `SELECT coalesce((SELECT max(end) FROM segment WHERE document_id = document.id), 0) AS length
       FROM document WHERE id = ?`,
    )
    .get(documentId);
  return row === undefined ? null : row.length;
}

/** True when the document has a section of that key. */
export function hasSection(db: BriefingDb, documentId: DocumentId, key: string): boolean {
  return (
    db.prepare('SELECT 1 FROM section WHERE document_id = ? AND key = ?').get(documentId, key) !==
    undefined
  );
}

export function hasDocument(db: BriefingDb, documentId: DocumentId): boolean {
  return db.prepare('SELECT 1 FROM document WHERE id = ?').get(documentId) !== undefined;
}
