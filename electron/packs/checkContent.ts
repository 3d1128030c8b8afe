import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { documentSchema, sectionSchema } from '../../shared/domain/document.ts';
import { packInfoSchema } from '../../shared/domain/pack.ts';
import { segmentSchema } from '../../shared/domain/segment.ts';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';
import { parseJson } from '../../shared/text/parseJson.ts';

const { packId, title, version, versionLabel, status, digest } = packInfoSchema.unwrap().shape;
const packRowSchema = z
  .strictObject({ packId, title, version, versionLabel, status, digest })
  .readonly();
type PackRow = z.infer<typeof packRowSchema>;

const documentShape = documentSchema.unwrap().shape;
const documentRowSchema = z.strictObject({
  id: documentShape.id,
  ord: documentShape.ord,
  role: documentShape.role,
  title: documentShape.title,
  shortTitle: documentShape.shortTitle,
  issuer: documentShape.issuer,
  author: documentShape.author,
  date: documentShape.date,
  status: documentShape.status,
  text: z.string(),
});

const packSql = `SELECT pack_id packId, title, version, version_label versionLabel, status, digest FROM pack`;
const documentSql = `SELECT id, ord, role, title, short_title shortTitle, issuer, author, date, status, text
  FROM document ORDER BY ord`;
const segmentSql = `SELECT number, id, document_id documentId, ord, kind, level, start, end,
  section_key sectionKey, paragraph_number paragraphNumber, hash, detail
  FROM segment WHERE document_id = ? ORDER BY ord`;
const sectionSql = `SELECT document_id documentId, ord, key, parent_key parentKey, level, title,
  heading_id headingId, start, end FROM section WHERE document_id = ? ORDER BY ord`;

/**
 * Checks that every row is what the program will take it for: references lead somewhere, ids and kinds
 * are ours, documents, segments and sections are numbered without a gap and lie inside their text.
 */
export function checkContent(db: Database, file: string): Checked<PackRow> {
  const invalid = (item: string): Checked<PackRow> => refused('content_invalid', { file, item });
  if (z.array(z.unknown()).parse(db.pragma('foreign_key_check')).length > 0) {
    return invalid('foreign keys');
  }
  const packs = db.prepare(packSql).all();
  const pack = packRowSchema.safeParse(packs[0]);
  if (!pack.success || packs.length !== 1) return invalid('pack');
  let nextNumber: number | null = null;
  let ord = 0;
  for (const row of db.prepare(documentSql).iterate()) {
    const document = documentRowSchema.safeParse(row);
    if (!document.success || document.data.ord !== ord) return invalid('document');
    ord += 1;
    const { id, text } = document.data;
    const last = checkSegments(db, id, text.length, nextNumber);
    if (last === null) return invalid('segment');
    nextNumber = last;
    if (!areSectionsValid(db, id, text.length)) return invalid('section');
  }
  return passed(pack.data);
}

/** The number the next segment must have; null when one breaks the rules. */
function checkSegments(
  db: Database,
  documentId: string,
  length: number,
  first: number | null,
): number | null {
  let next = first;
  let ord = 0;
  let end = 0;
  for (const row of db.prepare<[string], object>(segmentSql).all(documentId)) {
    const segment = parseSegment(row);
    if (segment === null || segment.number !== (next ?? segment.number)) return null;
    const { start } = segment;
    if (segment.ord !== ord || start < end || segment.end < start || segment.end > length) {
      return null;
    }
    next = segment.number + 1;
    end = segment.end;
    ord += 1;
  }
  return next ?? 0;
}

const numberedRowSchema = z.looseObject({ number: z.int().nonnegative(), detail: z.string() });

function parseSegment(row: object) {
  const numbered = numberedRowSchema.safeParse(row);
  if (!numbered.success) return null;
  const { number, detail, ...rest } = numbered.data;
  const segment = segmentSchema.safeParse({ ...rest, detail: parseJson(detail) });
  return segment.success ? { ...segment.data, number } : null;
}

function areSectionsValid(db: Database, documentId: string, length: number): boolean {
  return db
    .prepare(sectionSql)
    .all(documentId)
    .every((row, ord) => {
      const section = sectionSchema.safeParse(row);
      if (!section.success) return false;
      const { start, end } = section.data;
      return section.data.ord === ord && start <= end && end <= length;
    });
}
