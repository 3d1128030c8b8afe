// Proves from a pack alone that nothing was lost or invented: every unit of every source stands once in a
// document or once among the removals. Made text is no more than spaces, TABs and line feeds.

import type { Database } from 'better-sqlite3';
import { contentDigest } from '../write/contentDigest.ts';

export type CheckReport = {
  /** Units removed, by reason; white space apart. */
  readonly removed: ReadonlyMap<string, number>;
  readonly keptUnits: number;
  readonly problems: readonly string[];
};

type SourceRow = { readonly id: number; readonly file_name: string; readonly text: string };
type DocumentRow = { readonly id: string; readonly text: string };
type OriginRow = { readonly start: number; readonly length: number; readonly source_start: number };
type RemovalRow = {
  readonly source_start: number;
  readonly length: number;
  readonly reason: string;
};

const FREE: ReadonlySet<string> = new Set(['line_break', 'padding']);

/** Checks every source, every document and the digest of an open pack. */
export function checkPack(db: Database): CheckReport {
  const removed = new Map<string, number>();
  const problems: string[] = [];
  let keptUnits = 0;
  const sources = db.prepare<[], SourceRow>('SELECT id, file_name, text FROM source ORDER BY id');
  for (const source of sources.all()) {
    const uses = new Uint8Array(source.text.length);
    for (const document of documentsOf(db, source.id)) {
      problems.push(...checkDocument(db, document, source, uses));
    }
    keptUnits += uses.reduce((sum, use) => sum + use, 0);
    for (const { source_start, length, reason } of removalsOf(db, source.id)) {
      const piece = source.text.slice(source_start, source_start + length);
      const solid = piece.replace(/[^\S\ufeff]|\u0085/gu, '').length;
      if (FREE.has(reason) && solid > 0) problems.push(`${source.file_name}: ${piece} is no space`);
      removed.set(reason, (removed.get(reason) ?? 0) + (FREE.has(reason) ? length : solid));
      for (let unit = source_start; unit < source_start + length; unit += 1) {
        uses[unit] = (uses[unit] ?? 0) + 1;
      }
    }
    problems.push(...checkPartition(source, uses));
  }
  const said = db.prepare<[], { digest: string }>('SELECT digest FROM pack WHERE id = 1').get();
  if (said?.digest !== contentDigest(db)) problems.push('the digest does not fit the content');
  return { removed, keptUnits, problems };
}

function checkDocument(
  db: Database,
  document: DocumentRow,
  source: SourceRow,
  uses: Uint8Array,
): readonly string[] {
  const problems: string[] = [];
  let covered = 0;
  const expectMade = (text: string): void => {
    if (/[^ \t\n]/u.test(text)) problems.push(`${document.id}: "${text}" stands in no source`);
  };
  for (const { start, length, source_start } of originsOf(db, document.id)) {
    expectMade(document.text.slice(covered, start));
    covered = start + length;
    const printed = source.text.slice(source_start, source_start + length);
    if (printed !== document.text.slice(start, covered)) {
      problems.push(`${document.id}: "${printed}" was altered`);
    }
    for (let unit = source_start; unit < source_start + length; unit += 1) {
      uses[unit] = (uses[unit] ?? 0) + 1;
    }
  }
  expectMade(document.text.slice(covered));
  return [...problems, ...checkSegments(db, document)];
}

/** Segments follow each other with one line feed between them and cover the text. */
function checkSegments(db: Database, document: DocumentRow): readonly string[] {
  const rows = db
    .prepare<[string], { ord: number; start: number; end: number }>(
      'SELECT ord, start, end FROM segment WHERE document_id = ? ORDER BY ord',
    )
    .all(document.id);
  const problems: string[] = [];
  let next = 0;
  for (const [index, { ord, start, end }] of rows.entries()) {
    if (ord !== index || start !== next || end <= start) {
      problems.push(`${document.id}: segment ${String(ord)} is out of place or empty`);
    }
    next = end + 1;
  }
  if (rows.length > 0 && next !== document.text.length + 1) {
    problems.push(`${document.id}: segments do not cover the text`);
  }
  return problems;
}

/** The first unit of a source that stands nowhere, or twice. */
function checkPartition({ file_name, text }: SourceRow, uses: Uint8Array): readonly string[] {
  const unit = uses.findIndex((use) => use !== 1);
  if (unit === -1) return [];
  const line = text.slice(0, unit).split('\n').length;
  const fault = uses[unit] === 0 ? 'is not accounted for' : 'is accounted for twice';
  return [`${file_name}, line ${String(line)}: "${text.slice(unit, unit + 12)}" ${fault}`];
}

function documentsOf(db: Database, sourceId: number): readonly DocumentRow[] {
  const sql = 'SELECT id, text FROM document WHERE source_id = ? ORDER BY ord';
  return db.prepare<[number], DocumentRow>(sql).all(sourceId);
}

function originsOf(db: Database, documentId: string): readonly OriginRow[] {
  const sql = 'SELECT start, length, source_start FROM origin WHERE document_id = ? ORDER BY start';
  return db.prepare<[string], OriginRow>(sql).all(documentId);
}

function removalsOf(db: Database, sourceId: number): readonly RemovalRow[] {
  const sql =
    'SELECT source_start, length, reason FROM removal WHERE source_id = ? ORDER BY source_start';
  return db.prepare<[number], RemovalRow>(sql).all(sourceId);
}
