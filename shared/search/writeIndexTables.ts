// Writes the index tables of a pack from its content tables. The pack builder runs it to the end at once;
// the reader, who finds an index of another version, runs it in slices.

import { z } from 'zod';
import { segmentDetailSchema, segmentKindSchema } from '../domain/segment.ts';
import type { FoldedChunk, IndexedSegment } from './collectChunks.ts';
import { collectChunks } from './collectChunks.ts';
import type { GramRow } from './countGrams.ts';
import { countGrams } from './countGrams.ts';
import { INDEX_VERSION, INDEX_VERSION_KEY } from './indexFormat.ts';

/** The little of an SQLite connection that is needed here; `shared` knows no driver. */
export type IndexDatabase = {
  readonly exec: (sql: string) => unknown;
  readonly prepare: (sql: string) => {
    readonly run: (...values: unknown[]) => unknown;
    readonly all: (...values: unknown[]) => unknown[];
  };
};

/** How far one of the two phases is; reading takes about twice as long. */
export type IndexStep = {
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
};

// Steps of a few milliseconds, writing included.
const SEGMENTS_A_STEP = 32;
const GRAMS_A_STEP = 128;
const POSTING_BYTES_A_STEP = 65_536;
const KEYS_A_STEP = 32;
const CHUNKS_A_STEP = 4;

const countSchema = z.strictObject({ total: z.int() });

const documentIdRowSchema = z.strictObject({ id: z.string() });
const documentRowSchema = z.strictObject({ id: z.string(), text: z.string() });
const sectionRowSchema = z.strictObject({ key: z.string(), ord: z.int() });
const segmentRowSchema = z.strictObject({
  number: z.int(),
  ord: z.int(),
  kind: segmentKindSchema,
  start: z.int(),
  end: z.int(),
  section_key: z.string().nullable(),
  detail: z.string(),
});

/**
 * Empties and fills `folded` and `gram`; `index_info` names the version only once all is written, so that
 * an interrupted run leaves an index that counts as absent. Every step is its own transaction.
 * Yields after each step.
 */
export function* writeIndexTables(db: IndexDatabase): Generator<IndexStep, void> {
  const insertChunk = db.prepare('INSERT INTO folded (first, facts, text) VALUES (?, ?, ?)');
  const insertGram = db.prepare('INSERT INTO gram (gram, count, postings) VALUES (?, ?, ?)');
  const inTransaction = (write: () => void): void => {
    db.exec('SAVEPOINT index_step');
    write();
    db.exec('RELEASE index_step');
  };
  inTransaction(() => {
    db.prepare('DELETE FROM index_info WHERE key = ?').run(INDEX_VERSION_KEY);
  });
  // In portions: a full index is long to empty.
  for (const [table, key, rows] of [
    ['folded', 'first', CHUNKS_A_STEP],
    ['gram', 'gram', GRAMS_A_STEP],
  ] as const) {
    const countRows = db.prepare(`SELECT count(*) AS total FROM (SELECT 1 FROM ${table} LIMIT 1)`);
    const empty = db.prepare(
      `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT ?)`,
    );
    while (countSchema.parse(countRows.all()[0]).total > 0) {
      inTransaction(() => empty.run(rows));
      yield { phase: 'reading', done: 0, total: 1 };
    }
  }

  const counter = countGrams();
  // No key is kept once it is counted: long-lived text makes long pauses for collecting garbage.
  const store = function* (chunk: FoldedChunk | null): Generator<void> {
    if (chunk === null) return;
    inTransaction(() => {
      insertChunk.run(chunk.first, chunk.facts, chunk.text);
    });
    for (const [done, key] of chunk.keys.entries()) {
      if (done % KEYS_A_STEP === 0) yield;
      counter.add(key);
    }
  };
  const collector = collectChunks();
  let firstNumber: number | null = null;
  let segmentCount = 0;
  const documentIds = db
    .prepare('SELECT id FROM document ORDER BY ord')
    .all()
    .map((row) => documentIdRowSchema.parse(row).id);
  // Their numbers follow one another; counting them would read all of them.
  const [countRow] = db
    .prepare(
      `SELECT coalesce((SELECT max(number) FROM segment) - (SELECT min(number) FROM segment) + 1, 0)
AS total`,
    )
    .all();
  const { total } = countSchema.parse(countRow);
  yield { phase: 'reading', done: 0, total };
  for (const [document, id] of documentIds.entries()) {
    for (const segment of listSegments(db, document, id)) {
      firstNumber ??= segment.number;
      // The index counts segments itself: a number out of order would name another segment's text.
      if (segment.number !== firstNumber + segmentCount) {
        throw new Error(`segment number ${String(segment.number)} breaks the reading order`);
      }
      segmentCount += 1;
      const step = { phase: 'reading', done: segmentCount, total } as const;
      const storing = store(collector.add(segment));
      while (storing.next().done !== true) yield step;
      if (segmentCount % SEGMENTS_A_STEP === 0) yield step;
    }
  }
  const storing = store(collector.close());
  while (storing.next().done !== true) yield { phase: 'reading', done: total, total };
  let written = 0;
  let rows: GramRow[] = [];
  let bytes = 0;
  const flush = (): void => {
    inTransaction(() => {
      for (const { gram, count, postings } of rows) insertGram.run(gram, count, postings);
    });
    written += rows.length;
    rows = [];
    bytes = 0;
  };
  for (const row of counter.rows()) {
    if (row !== null) {
      rows.push(row);
      bytes += row.postings.length;
    }
    if (rows.length >= GRAMS_A_STEP || bytes >= POSTING_BYTES_A_STEP) flush();
    if (row === null || rows.length === 0)
      yield { phase: 'writing', done: written, total: counter.gramCount() };
  }
  flush();
  inTransaction(() => {
    db.prepare('INSERT INTO index_info (key, value) VALUES (?, ?)').run(
      INDEX_VERSION_KEY,
      INDEX_VERSION,
    );
  });
  yield { phase: 'writing', done: written, total: counter.gramCount() };
}

/** A document's segments as the index sees them, in reading order, which is the order of their numbers. */
function* listSegments(
  db: IndexDatabase,
  document: number,
  documentId: string,
): Generator<IndexedSegment & { readonly number: number }> {
  const [textRow] = db.prepare('SELECT id, text FROM document WHERE id = ?').all(documentId);
  const { text } = documentRowSchema.parse(textRow);
  const sections = new Map(
    db
      .prepare('SELECT key, ord FROM section WHERE document_id = ? ORDER BY ord')
      .all(documentId)
      .map((row) => sectionRowSchema.parse(row))
      .map(({ key, ord }) => [key, ord]),
  );
  // In portions: a long document would be long to read at once.
  const selectSegments = db.prepare(
    `SELECT number, ord, kind, start, end, section_key, detail FROM segment
WHERE document_id = ? AND ord >= ? ORDER BY ord LIMIT ?`,
  );
  for (let from = 0; ;) {
    const rows = selectSegments.all(documentId, from, SEGMENTS_A_STEP);
    if (rows.length === 0) return;
    for (const row of rows) {
      const { number, ord, kind, start, end, section_key, detail } = segmentRowSchema.parse(row);
      const { leads } = segmentDetailSchema.parse(JSON.parse(detail));
      const [lead] = leads ?? [];
      from = ord + 1;
      yield {
        number,
        document,
        section: sections.get(section_key ?? '') ?? -1,
        kind,
        start,
        end,
        text: text.slice(start, end),
        leadLength: lead !== undefined && lead.start === start ? lead.end - start : 0,
      };
    }
  }
}
