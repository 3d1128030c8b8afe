import type { DocumentId, IsoTime } from '../../shared/domain/ids.ts';
import { readingPlaceSchema, type ReadingPlace } from '../../shared/ipc/reading.ts';
import type { BriefingDb } from './briefingDb.ts';

/** Where the reader was in each document, the last read first. */
export function listReadingPlaces(db: BriefingDb): readonly ReadingPlace[] {
  return db
    .prepare(
      `SELECT document_id AS documentId, "offset", furthest FROM reading_place
       ORDER BY read_at DESC, document_id`,
    )
    .all()
    .map((row) => readingPlaceSchema.parse(row));
}

/** Stores a place; the furthest unit read never goes back. */
export function putReadingPlace(db: BriefingDb, place: ReadingPlace, at: IsoTime): void {
  db.prepare<[DocumentId, number, number, IsoTime]>(
    `INSERT INTO reading_place (document_id, "offset", furthest, read_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (document_id) DO UPDATE SET
       "offset" = excluded."offset",
       furthest = max(furthest, excluded.furthest),
       read_at = excluded.read_at`,
  ).run(place.documentId, place.offset, Math.max(place.furthest, place.offset), at);
}
