import type { DocumentId, IsoTime } from '../../../shared/domain/ids.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import {
  readingPlaceSchema,
  type ReadingPlace,
  type ReachedPlace,
} from '../../../shared/ipc/reading.ts';
import { joinRanges } from '../../../shared/text/joinRanges.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';

/** Where the reader was in each document and how much was read, the last read first. */
export function listReadingPlaces(db: BriefingDb): readonly ReadingPlace[] {
  return db
    .prepare(
      `SELECT document_id AS documentId, "offset",
         (SELECT coalesce(sum(end - start), 0) FROM read_range
          WHERE read_range.document_id = reading_place.document_id) AS unitsRead
       FROM reading_place ORDER BY read_at DESC, document_id`,
    )
    .all()
    .map((row) => readingPlaceSchema.parse(row));
}

/** Stores a place and adds what was read there. Call inside a transaction. */
export function putReadingPlace(
  db: BriefingDb,
  { documentId, offset, read }: ReachedPlace,
  at: IsoTime,
): void {
  db.prepare<[DocumentId, number, IsoTime]>(
    `INSERT INTO reading_place (document_id, "offset", read_at) VALUES (?, ?, ?)
     ON CONFLICT (document_id) DO UPDATE SET
       "offset" = excluded."offset",
       read_at = excluded.read_at`,
  ).run(documentId, offset, at);
  if (read !== null) addReadRanges(db, documentId, [read]);
}

/** Adds what was read to what is known to be read. */
export function addReadRanges(
  db: BriefingDb,
  documentId: DocumentId,
  read: readonly TextRange[],
): void {
  const before = db
    .prepare<[DocumentId], TextRange>('SELECT start, end FROM read_range WHERE document_id = ?')
    .all(documentId);
  db.prepare('DELETE FROM read_range WHERE document_id = ?').run(documentId);
  const put = db.prepare<[DocumentId, number, number]>('INSERT INTO read_range VALUES (?, ?, ?)');
  for (const { start, end } of joinRanges([...before, ...read])) put.run(documentId, start, end);
}
