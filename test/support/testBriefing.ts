import Database from 'better-sqlite3';
import { contentDigest } from '../../build/pack/write/contentDigest.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { migrate } from '../../electron/db/briefing/migrate.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { PACK_APPLICATION_ID, PACK_SCHEMA_VERSION } from '../../shared/domain/pack.ts';
import { contentTables, indexTables } from '../../shared/domain/packSchema.ts';

/** A briefing in memory: the real tables, every migration, and these documents. The index stays empty. */
export function createTestBriefing(contents: readonly DocumentContent[]): BriefingDb {
  const db = new Database(':memory:');
  fillTestPack(db, contents);
  db.pragma('foreign_keys = ON');
  return migrate(db, migrations);
}

/** Writes pack tables and documents into an empty database. */
export function fillTestPack(db: Database.Database, contents: readonly DocumentContent[]): void {
  for (const statement of [...contentTables, ...indexTables]) db.exec(statement);
  db.pragma(`application_id = ${PACK_APPLICATION_ID}`);
  db.pragma(`user_version = ${PACK_SCHEMA_VERSION}`);
  db.prepare(`INSERT INTO pack VALUES (1, 'test', '测试内容包', 1, '2026.1', NULL, ?)`).run(
    '0'.repeat(64),
  );
  contents.forEach((content, index) => {
    insertDocument(db, content, index + 1);
  });
  db.prepare('UPDATE pack SET digest = ?').run(contentDigest(db));
}

function insertDocument(
  db: Database.Database,
  { document, text, sections, segments }: DocumentContent,
  sourceId: number,
): void {
  db.prepare(
    `INSERT INTO source (id, file_name, sha256, encoding, origin, rights, text)
     VALUES (?, ?, '', 'utf-8', '测试', 'unknown', ?)`,
  ).run(sourceId, document.sourceName, text);
  db.prepare(
    `INSERT INTO document (id, ord, source_id, role, title, short_title, issuer, author, date, status, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    document.id,
    document.ord,
    sourceId,
    document.role,
    document.title,
    document.shortTitle,
    document.issuer,
    document.author,
    document.date,
    document.status,
    text,
  );
  const putSegment = db.prepare(
    `INSERT INTO segment (id, document_id, ord, kind, level, start, end, section_key, paragraph_number, hash, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const one of segments) {
    putSegment.run(
      one.id,
      one.documentId,
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
  }
  const putSection = db.prepare(
    `INSERT INTO section (document_id, ord, key, parent_key, level, title, heading_id, start, end)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const one of sections) {
    putSection.run(
      one.documentId,
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
  db.prepare(
    `INSERT INTO origin (document_id, start, length, source_start) VALUES (?, 0, ?, 0)`,
  ).run(document.id, text.length);
}
