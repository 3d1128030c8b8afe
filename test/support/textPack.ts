import Database from 'better-sqlite3';
import { writeIndex } from '../../build/pack/index/writeIndex.ts';
import { contentTables, indexTables } from '../../shared/domain/packSchema.ts';
import type { SegmentDetail, SegmentKind } from '../../shared/domain/segment.ts';

export type PlainSegment = {
  readonly text: string;
  readonly kind?: SegmentKind;
  /** Offsets within `text`; they are moved to the document's. */
  readonly detail?: (start: number) => SegmentDetail;
};

export type PlainDocument = { readonly title: string; readonly segments: readonly PlainSegment[] };

/** A pack in memory with these texts, one section a heading, and its index. */
export function createTextPack(documents: readonly PlainDocument[]): Database.Database {
  const db = new Database(':memory:');
  fillTextPack(db, documents);
  writeIndex(db);
  return db;
}

/** Content tables alone: an index as yet unwritten. */
export function fillTextPack(db: Database.Database, documents: Iterable<PlainDocument>): void {
  for (const statement of [...contentTables, ...indexTables]) db.exec(statement);
  const putSource = db.prepare(`INSERT INTO source VALUES (?, ?, '', 'utf-8', '', 'unknown', '')`);
  const putDocument = db.prepare(
    `INSERT INTO document VALUES (?, ?, ?, 'document', ?, ?, NULL, NULL, NULL, NULL, ?)`,
  );
  const putSegment = db.prepare(
    `INSERT INTO segment VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, NULL, '', ?)`,
  );
  const putSection = db.prepare(`INSERT INTO section VALUES (?, ?, ?, NULL, 1, ?, ?, ?, ?)`);
  let number = 0;
  let ord = 0;
  for (const { title, segments } of documents) {
    const documentId = `d${String(ord)}`;
    putSource.run(ord + 1, `${documentId}.txt`);
    const text = segments.map((segment) => segment.text).join('\n');
    putDocument.run(documentId, ord, ord + 1, title, title, text);
    let start = 0;
    let sectionOrd = -1;
    const sections: (readonly unknown[])[] = [];
    for (const [index, { text: own, kind = 'paragraph', detail }] of segments.entries()) {
      const id = `${documentId}-${String(index)}`;
      if (kind === 'heading') {
        sectionOrd += 1;
        const key = `s${String(sectionOrd)}`;
        sections.push([documentId, sectionOrd, key, own, id, start, start + own.length]);
      }
      putSegment.run(
        number,
        id,
        documentId,
        index,
        kind,
        start,
        start + own.length,
        sectionOrd < 0 ? null : `s${String(sectionOrd)}`,
        JSON.stringify(detail?.(start) ?? {}),
      );
      number += 1;
      start += own.length + 1;
    }
    for (const section of sections) putSection.run(...section);
    ord += 1;
  }
}
