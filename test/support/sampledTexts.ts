import type { Database } from 'better-sqlite3';
import { segmentDetailSchema } from '../../shared/domain/segment.ts';

/** A stretch of one segment's text. */
export type SampledText = { readonly segmentId: string; readonly text: string };

type SegmentRow = {
  readonly id: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly detail: string;
  readonly documentId: string;
  readonly document: string;
};

/** Characters taken on each side of a break. */
const AROUND_A_BREAK = 12;

/** Letters and digits, what stands between them, and a character on either side. */
const latinOrDigits = /.?[A-Za-z0-9][A-Za-z0-9+&.%/~—-]+.?/gu;

/** The texts of a pack's segments, and by themselves what a search most easily gets wrong. */
export function listSampledTexts(db: Database) {
  const rows = db
    .prepare<[], SegmentRow>(
      `SELECT segment.id, kind, start, end, detail, document_id AS documentId, document.text AS document
FROM segment JOIN document ON document.id = document_id ORDER BY number`,
    )
    .all();
  const sampled = ({ id, document, start, end }: SegmentRow): SampledText => ({
    segmentId: id,
    text: document.slice(start, end),
  });
  const ofKind = (kind: string): readonly SampledText[] =>
    rows.filter((row) => row.kind === kind).map(sampled);
  return {
    anywhere: rows.map(sampled),
    break: listBreaks(db, rows),
    cell: rows.flatMap((row) =>
      (segmentDetailSchema.parse(JSON.parse(row.detail)).cells ?? [])
        .filter(({ start, end }) => start < end)
        .map(({ start, end }) => sampled({ ...row, start, end })),
    ),
    task: ofKind('task'),
    footnote: ofKind('footnote'),
    latin: rows.flatMap((row) => {
      const { segmentId, text } = sampled(row);
      return Array.from(text.matchAll(latinOrDigits), ([part]) => ({ segmentId, text: part }));
    }),
  };
}

/**
 * Places where the source broke a line and the document does not: what stands around each of them, as many
 * characters before as after.
 */
function listBreaks(db: Database, rows: readonly SegmentRow[]): readonly SampledText[] {
  const runs = db
    .prepare<
      [],
      { documentId: string; at: number; from: number; to: number | null; next: number | null }
    >(
      `SELECT document_id AS documentId, start + length AS at, source_start + length AS "from",
  lead(source_start) OVER run AS "to", lead(start) OVER run AS next
FROM origin WINDOW run AS (PARTITION BY document_id ORDER BY start)`,
    )
    .all();
  const sources = new Map(
    db
      .prepare<[], [string, string]>(
        'SELECT document.id, source.text FROM document JOIN source ON source.id = source_id',
      )
      .raw()
      .all(),
  );
  return runs.flatMap(({ documentId, at, from, to, next }) => {
    if (to === null || next !== at || !sources.get(documentId)?.slice(from, to).includes('\n')) {
      return [];
    }
    const row = rows.find((one) => one.documentId === documentId && one.start < at && at < one.end);
    if (row === undefined) return [];
    const reach = Math.min(AROUND_A_BREAK, at - row.start, row.end - at);
    const text = row.document.slice(at - reach, at + reach);
    return /[\n\t]/.test(text) ? [] : [{ segmentId: row.id, text }];
  });
}
