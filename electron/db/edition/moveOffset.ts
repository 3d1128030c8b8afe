import type { BriefingDb } from '../briefing/briefingDb.ts';

type SegmentRow = {
  readonly id: string;
  readonly hash: string;
  readonly start: number;
  readonly end: number;
};

/** The same distance into the segment of the same name, or else into one with the same text. */
export function moveOffset(
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
