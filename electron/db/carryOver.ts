import type { BriefingDb } from './briefingDb.ts';
import { digestRows, insertRows, iterateRows, listOwnTables } from './ownTables.ts';

/** Tables whose rows speak of places in the text: they are not copied as they are. */
const placedTables: readonly string[] = ['reading_place', 'resolution'];

/**
 * Copies all that the reader made from a briefing into the briefing of another edition, which is fresh.
 * Both have the same migrations; a table that a later one adds is carried over without a word. Call it
 * inside a transaction of `to`. Throws when a row would be lost.
 */
export function carryOver(from: BriefingDb, to: BriefingDb): void {
  for (const table of listOwnTables(from)) {
    if (placedTables.includes(table.name)) continue;
    insertRows(to, table, iterateRows(from, table));
    if (digestRows(to, table) !== digestRows(from, table)) {
      throw new Error(`rows of ${table.name} were lost`);
    }
  }
  carryReadingPlaces(from, to);
}

type PlaceRow = {
  readonly documentId: string;
  readonly offset: number;
  readonly furthest: number;
  readonly readAt: string;
};

/** The reader is where they were in the same segment; where that is gone, as far into the document. */
function carryReadingPlaces(from: BriefingDb, to: BriefingDb): void {
  const put = to.prepare<[string, number, number, string]>(
    'INSERT OR REPLACE INTO reading_place (document_id, "offset", furthest, read_at) VALUES (?, ?, ?, ?)',
  );
  const rows = from
    .prepare<[], PlaceRow>(
      `SELECT document_id AS documentId, "offset", furthest, read_at AS readAt FROM reading_place`,
    )
    .all();
  for (const { documentId, offset, furthest, readAt } of rows) {
    const length = lengthOf(to, documentId);
    if (length === null) continue;
    const now = moveOffset(from, to, documentId, offset) ?? Math.min(offset, length);
    const far = moveOffset(from, to, documentId, furthest) ?? Math.min(furthest, length);
    put.run(documentId, now, Math.max(now, far), readAt);
  }
}

type SegmentRow = {
  readonly id: string;
  readonly hash: string;
  readonly start: number;
  readonly end: number;
};

/** The same distance into the segment of the same name, or else into one with the same text. */
function moveOffset(
  from: BriefingDb,
  to: BriefingDb,
  documentId: string,
  offset: number,
): number | null {
  const old = from
    .prepare<[string, number], SegmentRow>(
      `SELECT id, hash, start, end FROM segment WHERE document_id = ? AND start <= ?
       ORDER BY ord DESC LIMIT 1`,
    )
    .get(documentId, offset);
  if (old === undefined) return null;
  const own = to
    .prepare<[string, string, string, string], SegmentRow>(
      `SELECT id, hash, start, end FROM segment WHERE document_id = ? AND (id = ? OR hash = ?)
       ORDER BY id <> ?, ord LIMIT 1`,
    )
    .get(documentId, old.id, old.hash, old.id);
  return own === undefined ? null : Math.min(own.start + (offset - old.start), own.end);
}

/** The end of the last segment; null where there is no such document. */
function lengthOf(db: BriefingDb, documentId: string): number | null {
  const row = db
    .prepare<[string], { readonly length: number }>(
      `SELECT coalesce((SELECT max(end) FROM segment WHERE document_id = document.id), 0) AS length
       FROM document WHERE id = ?`,
    )
    .get(documentId);
  return row === undefined ? null : row.length;
}
