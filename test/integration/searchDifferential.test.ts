import type { Database } from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Searched } from '../../electron/search/answerQuery.ts';
import { composePage } from '../../electron/search/composePage.ts';
import { listHits } from '../../electron/search/listHits.ts';
import type { SearchableNote } from '../../electron/search/noteIndex.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import { annotationIdSchema } from '../../shared/domain/ids.ts';
import { fold, foldKey } from '../../shared/search/fold.ts';
import { everything, openSearchedPack } from '../support/searchedPack.ts';
import { openSeedPack } from '../support/seedPack.ts';

const QUERIES = 20_000;

type Row = { readonly id: string; readonly kind: string; readonly text: string };
type Sample = { readonly raw: string; readonly row: Row };

/** A small generator of numbers, so that a failure comes again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function listRows(db: Database): readonly Row[] {
  return db
    .prepare<[], { id: string; kind: string; start: number; end: number; document: string }>(
      `SELECT segment.id, kind, start, end, document.text AS document
FROM segment JOIN document ON document.id = document_id ORDER BY number`,
    )
    .all()
    .map(({ id, kind, start, end, document }) => ({ id, kind, text: document.slice(start, end) }));
}

/** A part of a text as a reader would type it: in quotes where it has blanks or operators. */
function typed(raw: string): string | null {
  if (!/[\s|｜]|^[-－“「]|^.*[:：]/u.test(raw)) return raw;
  return raw.includes('"') ? null : `"${raw}"`;
}

/** The scan: pieces between occurrences, counted. */
function countPieces(text: string, word: string): number {
  return text.split(word).length - 1;
}

describe('search against a plain scan of the seeds', () => {
  let searched: Searched;
  let rows: readonly Row[];
  let keys: readonly string[];
  let notes: readonly SearchableNote[];
  let samples: readonly Sample[];

  beforeAll(() => {
    const db = openSeedPack();
    rows = listRows(db);
    keys = rows.map(({ text }) => foldKey(text));
    const random = createRandom(4);
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    notes = Array.from({ length: 40 }, (_, index) => ({
      id: annotationIdSchema.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
      text: `我的看法：${pick(rows).text.slice(0, 60)}`,
      place: null,
    }));
    searched = openSearchedPack(db, notes);
    const special = rows.filter(({ kind }) =>
      ['table', 'task', 'footnote', 'caption'].includes(kind),
    );
    samples = Array.from({ length: QUERIES }, (_, index) => {
      const row = index % 5 === 0 && special.length > 0 ? pick(special) : pick(rows);
      const start = Math.floor(random() * row.text.length);
      const raw = row.text.slice(start, start + 1 + Math.floor(random() * 12));
      return { raw, row };
    });
  }, 60_000);

  it('gives the same total as the scan for 20,000 random parts of the text', () => {
    const differences: unknown[] = [];
    let compared = 0;
    for (const { raw } of samples) {
      const query = typed(raw);
      const key = foldKey(raw);
      if (query === null || key === '') continue;
      const page = runAtOnce(
        composePage(searched, { query, filters: everything, offset: 0, limit: 1 }),
      );
      const inDocuments = keys.reduce((sum, one) => sum + countPieces(one, key), 0);
      const inNotes = notes.reduce((sum, note) => sum + countPieces(foldKey(note.text), key), 0);
      compared += 1;
      if (page.total !== inDocuments + inNotes || page.noteCount !== inNotes) {
        differences.push({ raw, total: page.total, inDocuments, inNotes });
      }
    }

    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(QUERIES * 0.9);
  }, 120_000);

  it('finds the very place that a text was copied from, glyph by glyph', () => {
    const missed: unknown[] = [];
    for (const { raw, row } of samples.slice(0, 600)) {
      const query = typed(raw);
      if (query === null || foldKey(raw).length < 3) continue;
      const { hits } = runAtOnce(
        listHits(searched, { query, filters: everything, limit: 100_000 }),
      );
      const own = hits.filter(({ segmentId }) => segmentId === row.id);
      const isExact = hits.every(
        ({ text, start, end }) => foldKey(text.slice(start, end)) === foldKey(raw),
      );
      if (own.length === 0 || !isExact) missed.push({ raw, row: row.id, isExact });
    }

    expect(missed).toEqual([]);
  }, 60_000);

  it('looks up symbols as they stand', () => {
    for (const symbol of ['“', '。', '（', '——', '%', '《', '、“']) {
      const { total } = runAtOnce(
        listHits(searched, { query: symbol, filters: everything, limit: 1 }),
      );
      const scanned = rows.reduce((sum, { text }) => sum + countPieces(text, symbol), 0);

      expect({ symbol, total }).toEqual({ symbol, total: scanned });
    }
  });

  it('keeps offsets that lead back to the folded text', () => {
    for (const { text } of rows) {
      const { key, starts, ends } = fold(text);

      expect(starts).toHaveLength(key.length);
      expect(starts.every((start, index) => start < (ends[index] ?? 0))).toBe(true);
    }
  });
});
