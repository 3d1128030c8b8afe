import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { composePage } from '../../electron/search/composePage.ts';
import { createSearcher, openScanned } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import { listHits } from '../../electron/search/listHits.ts';
import { createNoteIndex } from '../../electron/search/noteIndex.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import { everything, openSearchedPack } from '../support/searchedPack.ts';
import { openSeedPack } from '../support/seedPack.ts';
import { createTextPack, fillTextPack, type PlainDocument } from '../support/textPack.ts';

const request = {
  query: '高新技术',
  filters: everything,
  fuzzyPinyin: false,
  offset: 0,
  limit: 10,
};

/** Content without an index, as a briefing is whose index has another version. */
function openUnindexed(documents: readonly PlainDocument[]): Database.Database {
  const db = new Database(':memory:');
  fillTextPack(db, documents);
  return db;
}

function repeat(count: number): readonly PlainDocument[] {
  const segments = Array.from({ length: count }, (_, index) => ({
    text: `第${String(index)}条 园区引进高新技术人才，建设创新集群。`,
  }));
  return [{ title: '一', segments }];
}

describe('an index of another version', () => {
  it('is built anew while a scan answers from the first moment', async () => {
    const searcher = createSearcher({ db: openUnindexed(repeat(12_000)), notes: listedNotes() });

    const first = await searcher.search(request);
    const isBuilt = await searcher.ready;
    const last = await searcher.search(request);

    expect(first).toMatchObject({ status: 'page', total: 12_000, answeredBy: 'scan' });
    // Nothing that the index is made of is there yet: two thirds of the work and more are to come.
    expect(first.status === 'page' ? first.indexProgress : null).toBeLessThan(1 / 3);
    expect(isBuilt).toBe(true);
    expect(last).toMatchObject({
      status: 'page',
      total: 12_000,
      answeredBy: 'index',
      indexProgress: null,
    });
  });

  it('goes on by a scan when it cannot be written', async () => {
    const db = openUnindexed(repeat(300));
    db.exec(
      `CREATE TRIGGER full BEFORE INSERT ON gram BEGIN SELECT raise(ABORT, 'disk full'); END`,
    );
    const searcher = createSearcher({ db, notes: listedNotes() });

    expect(await searcher.ready).toBe(false);
    expect(await searcher.search(request)).toMatchObject({
      total: 300,
      answeredBy: 'scan',
      indexProgress: null,
    });
  });

  it('offers a scan the longest part that occurs, as with the index', () => {
    const db = openUnindexed(repeat(300));
    const scanned = runAtOnce(openScanned(db, createNoteIndex(listedNotes())));
    const asked = { ...request, query: '高新技术人才房' };

    expect(runAtOnce(composePage(scanned, asked)).suggestions).toEqual(['高新技术人才']);
    expect(
      runAtOnce(composePage(openSearchedPack(createTextPack(repeat(300))), asked)).suggestions,
    ).toContain('高新技术人才');
  });

  it('gives the same tables as the pack builder', async () => {
    const built = createTextPack(repeat(3_000));
    const db = openUnindexed(repeat(3_000));
    await createSearcher({ db, notes: listedNotes() }).ready;

    for (const table of ['gram', 'folded', 'index_info']) {
      const list = `SELECT * FROM ${table} ORDER BY 1`;
      expect(db.prepare(list).raw().all()).toEqual(built.prepare(list).raw().all());
    }
  });
});

describe('the scan', () => {
  const db = openSeedPack();
  const indexed = openSearchedPack(db);
  const scanned = runAtOnce(openScanned(db, createNoteIndex(listedNotes())));

  it.each([
    '人',
    '园区',
    '高新技术企业',
    '2035年',
    '“1+8+X”',
    '園區 人才',
    '“产业 创新” -苏州',
    '高新 | 瞪羚',
    '发展 集群 瞪羚',
    '园区 类型:标题',
    '类型:任务',
    'gxjsqy',
    '。',
    '没有这样的词',
  ])('gives the page of the index for %s, row by row', (query) => {
    const asked = { query, filters: everything, fuzzyPinyin: false, offset: 0, limit: 40 };
    const page = runAtOnce(composePage(scanned, asked));
    const expected = runAtOnce(composePage(indexed, asked));

    expect(page.answeredBy).toBe('scan');
    // Near words of a missed one are looked up in the index as well.
    const rest = { answeredBy: 'index', suggestions: expected.suggestions } as const;
    expect({ ...page, ...rest }).toEqual(expected);
    expect(runAtOnce(listHits(scanned, asked))).toEqual(runAtOnce(listHits(indexed, asked)));
  });
});
