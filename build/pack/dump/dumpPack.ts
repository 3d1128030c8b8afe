import type { Database } from 'better-sqlite3';
import { segmentDetailSchema } from '../../../shared/domain/segment.ts';
import { dumpSegment, type SegmentDump, type SegmentRow } from './dumpSegment.ts';
import { openLineFinder } from './lineFinder.ts';

export type OutlineEntry = {
  readonly text: string;
  readonly level: number;
  readonly children: OutlineEntry[];
};

export type DocumentDump = {
  readonly source: string;
  /** Marks what the documents of a source share and nobody counts: a cover, a contents list. */
  readonly role?: 'front_matter';
  readonly title: string;
  readonly issuer?: string;
  readonly author?: string;
  readonly date?: string;
  readonly outline: readonly OutlineEntry[];
  readonly segments: readonly SegmentDump[];
};

type DocumentRow = {
  readonly id: string;
  readonly role: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly source: string;
  readonly source_text: string;
};

/** All documents in the order of the pack; those of one source in reading order. */
export function dumpPack(db: Database): { readonly documents: readonly DocumentDump[] } {
  const rows = db
    .prepare<[], DocumentRow>(
      `SELECT document.id, role, title, issuer, author, date, document.text, file_name AS source,
              source.text AS source_text
       FROM document JOIN source ON source.id = document.source_id ORDER BY document.ord`,
    )
    .all();
  return { documents: rows.map((row) => dumpDocument(db, row)) };
}

function dumpDocument(db: Database, row: DocumentRow): DocumentDump {
  const segments = db
    .prepare<[string], Omit<SegmentRow, 'detail'> & { readonly detail: string }>(
      'SELECT id, kind, level, start, end, detail FROM segment WHERE document_id = ? ORDER BY ord',
    )
    .all(row.id)
    .map((segment) => ({
      ...segment,
      detail: segmentDetailSchema.parse(JSON.parse(segment.detail)),
    }));
  const linesOf = openLineFinder(db, row.id, row.source_text);
  const outline: OutlineEntry[] = [];
  const path: OutlineEntry[] = [];
  const dumped = segments.map((segment): SegmentDump => {
    if (segment.kind === 'heading') {
      const level = segment.level ?? 1;
      const entry = { text: row.text.slice(segment.start, segment.end), level, children: [] };
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      (path.at(-1)?.children ?? outline).push(entry);
      path.push(entry);
    }
    const headingPath = path.map((entry) => entry.text);
    return dumpSegment(segment, row.text, headingPath, linesOf(segment.start, segment.end));
  });
  return {
    source: row.source,
    ...(row.role === 'front_matter' && { role: row.role }),
    title: row.title,
    ...(row.issuer !== null && { issuer: row.issuer }),
    ...(row.author !== null && { author: row.author }),
    ...(row.date !== null && { date: row.date }),
    outline,
    segments: dumped,
  };
}
