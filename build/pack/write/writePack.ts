import Database from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';
import { PACK_APPLICATION_ID, PACK_SCHEMA_VERSION } from '../../../shared/domain/pack.ts';
import { contentTables, indexTables } from '../../../shared/domain/packSchema.ts';
import type { BuiltSource } from '../buildSource.ts';
import { checkPack, type CheckReport } from '../check/checkPack.ts';
import type { Manifest } from '../read/manifest.ts';
import { writeIndex } from '../index/writeIndex.ts';
import { contentDigest } from './contentDigest.ts';

/**
 * Writes a pack to `path` in one step: beside it first, proved, then renamed. The same content gives the
 * same bytes. Where the proof fails, what stood at `path` stays. Throws when the place cannot be written;
 * nothing is left behind then.
 */
export function writePack(
  path: string,
  manifest: Manifest,
  sources: readonly BuiltSource[],
): CheckReport {
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const report = fillAndCheck(unfinished, manifest, sources);
    if (report.problems.length === 0) renameSync(unfinished, path);
    else rmSync(unfinished);
    return report;
  } catch (error) {
    rmSync(unfinished, { force: true });
    rmSync(`${unfinished}-journal`, { force: true });
    throw error;
  }
}

function fillAndCheck(
  path: string,
  manifest: Manifest,
  sources: readonly BuiltSource[],
): CheckReport {
  const db = new Database(path);
  try {
    fill(db, manifest, sources);
    return checkPack(db);
  } finally {
    db.close();
  }
}

function fill(db: Database.Database, manifest: Manifest, sources: readonly BuiltSource[]): void {
  db.pragma('page_size = 4096');
  db.pragma('encoding = "UTF-8"');
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = OFF');
  db.pragma(`application_id = ${String(PACK_APPLICATION_ID)}`);
  db.pragma(`user_version = ${String(PACK_SCHEMA_VERSION)}`);
  db.transaction(() => {
    for (const statement of [...contentTables, ...indexTables]) db.exec(statement);
    insertPack(db, manifest);
    const insert = prepareInserts(db);
    const next = { document: 0, segment: 1 };
    for (const [index, source] of sources.entries()) {
      insertSource(insert, source, index + 1);
      for (const document of source.documents) {
        insertDocument(insert, document, index + 1, next);
      }
    }
    writeIndex(db);
    db.prepare('UPDATE pack SET digest = ? WHERE id = 1').run(contentDigest(db));
  })();
  db.exec('VACUUM');
}

function insertPack(db: Database.Database, manifest: Manifest): void {
  db.prepare(
    `INSERT INTO pack (id, pack_id, title, version, version_label, status, digest)
     VALUES (1, ?, ?, ?, ?, ?, '')`,
  ).run(manifest.packId, manifest.title, manifest.version, manifest.versionLabel, manifest.status);
}

type Inserts = ReturnType<typeof prepareInserts>;

function prepareInserts(db: Database.Database) {
  return {
    source: db.prepare(
      `INSERT INTO source (id, file_name, sha256, encoding, origin, rights, text)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    removal: db.prepare(
      'INSERT INTO removal (source_id, source_start, length, reason) VALUES (?, ?, ?, ?)',
    ),
    document: db.prepare(
      `INSERT INTO document (id, ord, source_id, role, title, short_title, issuer, author, date, status, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    segment: db.prepare(
      `INSERT INTO segment (number, id, document_id, ord, kind, level, start, end, section_key, paragraph_number, hash, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    section: db.prepare(
      `INSERT INTO section (document_id, ord, key, parent_key, level, title, heading_id, start, end)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    origin: db.prepare(
      'INSERT INTO origin (document_id, start, length, source_start) VALUES (?, ?, ?, ?)',
    ),
  };
}

function insertSource(insert: Inserts, source: BuiltSource, id: number): void {
  const { file, sha256, encoding, origin, rights, text } = source;
  insert.source.run(id, file, sha256, encoding, origin, rights, text);
  for (const { start, end, reason } of source.removals) {
    insert.removal.run(id, start, end - start, reason);
  }
}

function insertDocument(
  insert: Inserts,
  document: BuiltSource['documents'][number],
  sourceId: number,
  next: { document: number; segment: number },
): void {
  const { facts, text } = document;
  insert.document.run(
    facts.id,
    next.document,
    sourceId,
    facts.role,
    facts.title,
    facts.shortTitle,
    facts.issuer,
    facts.author,
    facts.date,
    facts.status,
    text.text,
  );
  next.document += 1;
  for (const one of document.segments) {
    insert.segment.run(
      next.segment,
      one.id,
      facts.id,
      one.ord,
      one.kind,
      one.level,
      one.start,
      one.end,
      one.sectionKey,
      one.paragraphNumber,
      one.hash,
      JSON.stringify(one.detail),
    );
    next.segment += 1;
  }
  for (const one of document.sections) {
    insert.section.run(
      facts.id,
      one.ord,
      one.key,
      one.parentKey,
      one.level,
      one.title,
      one.headingId,
      one.start,
      one.end,
    );
  }
  for (const one of text.origins) insert.origin.run(facts.id, one.start, one.length, one.source);
}
