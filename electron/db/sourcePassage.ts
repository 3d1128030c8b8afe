// A passage of a document in its source: the columns behind the 原文 view.

import type { Place, TextRange } from '../../shared/domain/place.ts';
import type { BriefingDb } from './briefing/briefingDb.ts';

export type OriginRow = {
  readonly start: number;
  readonly length: number;
  readonly sourceStart: number;
};

export type RemovalRow = {
  readonly sourceStart: number;
  readonly length: number;
  readonly reason: string;
};

export type SourceRow = { readonly id: number; readonly fileName: string; readonly text: string };

/** The source a document was read from; null when the pack has no such document. */
export function findSource(db: BriefingDb, { documentId }: Place): SourceRow | null {
  const row = db
    .prepare<[string], SourceRow>(
      `SELECT source.id, source.file_name AS fileName, source.text
       FROM source JOIN document ON document.source_id = source.id WHERE document.id = ?`,
    )
    .get(documentId);
  return row ?? null;
}

/** The pieces of the source that a passage is made of, cut to the passage, in text order. */
export function listOrigins(db: BriefingDb, place: Place): readonly OriginRow[] {
  const rows = db
    .prepare<[string, number, number], OriginRow>(
      `SELECT start, length, source_start AS sourceStart FROM origin
       WHERE document_id = ? AND start < ? AND start + length > ? ORDER BY start`,
    )
    .all(place.documentId, Math.max(place.end, place.start + 1), place.start);
  return rows.map(({ start, length, sourceStart }) => {
    const from = Math.max(start, place.start);
    const to = Math.min(start + length, Math.max(place.end, place.start + 1));
    return { start: from, length: to - from, sourceStart: sourceStart + from - start };
  });
}

/** What was left out of a stretch of a source, in its order; ranges are UTF-16 units of the source. */
export function listRemovals(
  db: BriefingDb,
  sourceId: number,
  { start, end }: TextRange,
): readonly RemovalRow[] {
  return db
    .prepare<[number, number, number], RemovalRow>(
      `SELECT source_start AS sourceStart, length, reason FROM removal
       WHERE source_id = ? AND source_start < ? AND source_start + length > ? ORDER BY source_start`,
    )
    .all(sourceId, end, start);
}
