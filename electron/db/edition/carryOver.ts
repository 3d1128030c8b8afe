import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { panesSchema, type Panes } from '../../../shared/ipc/reading.ts';
import { moveOffset } from './moveOffset.ts';
import { digestRows, insertRows, iterateRows, listOwnTables } from '../briefing/ownTables.ts';
import { findLength } from '../own/edition.ts';
import { addReadRanges } from '../own/readingPlace.ts';
import { findSetting, PANES_KEY, putSetting } from '../briefing/setting.ts';

/** Tables whose rows speak of places in the text: they are not copied as they are. */
const placedTables: readonly string[] = ['reading_place', 'read_range', 'resolution'];

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
  carryReadRanges(from, to);
  carryPanes(from, to);
}

type SharedPart = { readonly documentId: DocumentId; readonly start: number; readonly end: number };

/**
 * What was read of a segment is read of the same segment with the same text; the rest is new to the reader. Who read
 * on behind it has read the line feed there as well.
 */
function carryReadRanges(from: BriefingDb, to: BriefingDb): void {
  const parts = from
    .prepare<[], SharedPart & { readonly id: string; readonly hash: string; readonly at: number }>(
      `SELECT read_range.document_id AS documentId, segment.id, segment.hash, segment.start AS at,
         max(read_range.start, segment.start) AS start, min(read_range.end, segment.end + 1) AS end
       FROM read_range JOIN segment ON segment.document_id = read_range.document_id
         AND segment.start < read_range.end AND segment.end > read_range.start`,
    )
    .all();
  const find = to
    .prepare<[string, string, string], number>(
      'SELECT start FROM segment WHERE document_id = ? AND id = ? AND hash = ?',
    )
    .pluck();
  for (const [documentId, own] of Map.groupBy(parts, (part) => part.documentId)) {
    const length = findLength(to, documentId) ?? 0;
    const read = own.flatMap(({ id, hash, at, start, end }) => {
      const now = find.get(documentId, id, hash);
      const shift = (now ?? 0) - at;
      return now === undefined
        ? []
        : [{ start: start + shift, end: Math.min(end + shift, length) }];
    });
    addReadRanges(to, documentId, read);
  }
}

/** The texts that were on screen, each at the place that is the same now. */
function carryPanes(from: BriefingDb, to: BriefingDb): void {
  const panes = panesSchema.safeParse(findSetting(from, PANES_KEY));
  if (!panes.success) return;
  const move = ({ documentId, offset }: Panes['main']): Panes['main'] => ({
    documentId,
    offset: moveOffset(from, to, documentId, offset) ?? 0,
  });
  const { main, beside } = panes.data;
  putSetting(to, PANES_KEY, { main: move(main), beside: beside && move(beside) });
}

type PlaceRow = {
  readonly documentId: DocumentId;
  readonly offset: number;
  readonly readAt: string;
};

/** The reader is where they were in the same segment; where that is gone, as far into the document. */
function carryReadingPlaces(from: BriefingDb, to: BriefingDb): void {
  const put = to.prepare<[string, number, string]>(
    'INSERT OR REPLACE INTO reading_place (document_id, "offset", read_at) VALUES (?, ?, ?)',
  );
  const rows = from
    .prepare<[], PlaceRow>(
      `SELECT document_id AS documentId, "offset", read_at AS readAt FROM reading_place`,
    )
    .all();
  for (const { documentId, offset, readAt } of rows) {
    const length = findLength(to, documentId);
    if (length === null) continue;
    const now = moveOffset(from, to, documentId, offset) ?? Math.min(offset, length);
    put.run(documentId, now, readAt);
  }
}
