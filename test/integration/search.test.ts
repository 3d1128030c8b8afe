import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSearchingHandlers } from '../../electron/features/searching.ts';
import type { Searched } from '../../electron/search/answerQuery.ts';
import { composePage } from '../../electron/search/composePage.ts';
import { createSearcher } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import type { SearchableNote } from '../../electron/search/noteIndex.ts';
import { countUnlisted } from '../../renderer/search/countUnlisted.ts';
import { untilAnswered } from '../../renderer/search/untilAnswered.ts';
import { annotationIdSchema, documentIdSchema } from '../../shared/domain/ids.ts';
import type { SearchFilters, SearchPage } from '../../shared/ipc/searching.ts';
import { searchingChannels, searchPageSchema } from '../../shared/ipc/searching.ts';
import { everything, openSearchedPack } from '../support/searchedPack.ts';
import { buildSeedPack } from '../support/seedPack.ts';
import { createTestBriefing } from '../support/testBriefing.ts';
import { createTextPack } from '../support/textPack.ts';

type Page = Omit<SearchPage, 'millis' | 'indexProgress'>;

function search(searched: Searched, query: string, filters: SearchFilters = everything): Page {
  return runAtOnce(
    composePage(searched, { query, filters, fuzzyPinyin: false, offset: 0, limit: 50 }),
  );
}

describe('search in the seeds', () => {
  let path: string;
  let seeds: Searched;

  beforeAll(() => {
    path = buildSeedPack();
    const db = new Database(path);
    seeds = openSearchedPack(db);
  }, 60_000);

  it.each([
    '人',
    '2035年',
    'R&D经费',
    '“1+8+X”',
    'PM2.5',
    '5G+工业互联网',
    '4500',
    'ＰＭ２．５',
    '園區',
  ])('finds %s', (query) => {
    const page = search(seeds, query);

    expect(page.total).toBeGreaterThan(0);
    expect(page.pinyinWord).toBeNull();
    expect(
      page.groups.every(({ rows }) => rows.every(({ excerpt }) => excerpt.marks.length > 0)),
    ).toBe(true);
  });

  it('finds as much in traditional as in simplified, in full width as in half', () => {
    expect(search(seeds, '創新產業集群').total).toBe(search(seeds, '创新产业集群').total);
    expect(search(seeds, '５Ｇ').total).toBe(search(seeds, '5g').total);
  });

  it.each(['指导思想', '发展基础', '苏州高新区'])('puts the heading %s first', (title) => {
    const [group] = search(seeds, title).groups;

    expect(group?.rows[0]?.segmentKind).toBe('heading');
  });

  it('has an answer for C++ only where C++ stands', () => {
    expect(search(seeds, 'C++').total).toBe(0);
  });

  it.each([
    ['gaoxinjishuqiye', '高新技术企业'],
    ['gao xin ji shu qi ye', '高新技术企业'],
    ['gxjsqy', '高新技术企业'],
    ['suzhou gongye yuanqu', '苏州工业园区'],
    ['szgyyq', '苏州工业园区'],
    ['zhongdian', '重点'],
    ['zhongda', '重大'],
    ['hangye', '行业'],
    ['xingzheng', '行政'],
    ['lvse', '绿色'],
  ])('reads %s as %s and finds as much', (typed, word) => {
    const page = search(seeds, typed);

    expect(page.pinyinWord).toBe(word);
    expect(page.total).toBe(search(seeds, word).total);
  });

  it.each([
    ['suzougongyeyuanqu', '苏州工业园区'],
    ['cuanxin', '创新'],
    ['luse', '绿色'],
    ['lengyuan', '能源'],
  ])('reads %s as %s only where fuzzy pinyin is on, and says so', (typed, word) => {
    const request = { query: typed, filters: everything, offset: 0, limit: 50 };
    const fuzzy = runAtOnce(composePage(seeds, { ...request, fuzzyPinyin: true }));

    expect(search(seeds, typed)).toMatchObject({ pinyinWord: null, isFuzzy: false, total: 0 });
    expect(fuzzy).toMatchObject({ pinyinWord: word, isFuzzy: true });
    expect(fuzzy.total).toBe(search(seeds, word).total);
  });

  it('does not call fuzzy what was typed exactly', () => {
    const request = { query: 'jinji', filters: everything, offset: 0, limit: 50 };
    const page = runAtOnce(composePage(seeds, { ...request, fuzzyPinyin: true }));

    expect(page).toMatchObject({ pinyinWord: '金鸡', isFuzzy: false });
    expect(page.pinyinWords).toContain('经济');
  });

  it('never hides what stands there literally behind pinyin', () => {
    const page = search(seeds, 'GDP');

    expect(page.pinyinWord).toBeNull();
    expect(page.total).toBeGreaterThan(0);
  });

  it('finds every word of the vocabulary by its letters and by its initials', () => {
    const db = new Database(path, { readonly: true });
    const words = db
      .prepare<[], { word: string; pinyin: string; initials: string }>(
        'SELECT word, pinyin, initials FROM vocabulary WHERE length(word) BETWEEN 2 AND 6 ORDER BY word',
      )
      .all()
      .filter((_, index) => index % 80 === 0);
    const missed = words.filter(({ word, pinyin, initials }) =>
      [pinyin.replaceAll(' ', ''), pinyin, initials].some((typed) => {
        const parts = { letters: typed.replaceAll(' ', ''), breaks: new Set<number>() };
        return !runAtOnce(seeds.vocabulary.readPinyin(parts, false, 100_000)).some(
          (one) => one.word === word,
        );
      }),
    );

    expect(words.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  }, 30_000);

  it('offers words that do occur when nothing is found', () => {
    const page = search(seeds, '高薪技术企业');

    expect(page.total).toBe(0);
    expect(page.suggestions).toContain('高新技术企业');
    for (const word of page.suggestions) expect(search(seeds, word).total).toBeGreaterThan(0);
  });

  it('offers the same words whenever a newer query stopped the one before', () => {
    const db = new Database(path, { readonly: true });
    const request = {
      query: '高薪技术企业',
      filters: everything,
      fuzzyPinyin: false,
      offset: 0,
      limit: 50,
    };
    const whole = openSearchedPack(db);
    const { suggestions } = search(whole, request.query);
    const stepsOf = (searched: Searched): number => [...composePage(searched, request)].length;
    const steps = stepsOf(openSearchedPack(db));

    for (let taken = 1; taken < steps; taken += 1) {
      const searched = openSearchedPack(db);
      const given = composePage(searched, request);
      for (let step = 0; step < taken; step += 1) given.next();
      expect(search(searched, request.query).suggestions).toEqual(suggestions);
    }
    expect(suggestions).toContain('高新技术企业');
  });

  it('offers the words of a query that occur, when only all of them together do not', () => {
    expect(search(seeds, '园区 没有这样的词').suggestions[0]).toBe('园区');
  });

  it('offers no stray letters of a word that does not occur', () => {
    expect(search(seeds, 'nvxing').suggestions).toEqual([]);
  });

  it('offers at least a character that occurs', () => {
    expect(search(seeds, '园'.repeat(10_000)).suggestions).toEqual(['园']);
  });

  it('offers no other words for what only the filters hide', () => {
    const page = search(seeds, '瞪羚企业', { ...everything, kinds: ['colophon'] });

    expect(page.total).toBe(0);
    expect(page.suggestions).toEqual([]);
  });

  it('counts in its facets what choosing them gives', () => {
    const page = search(seeds, '园区');

    expect(page.facets.documents.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
    for (const { value, count } of page.facets.documents) {
      expect(search(seeds, '园区', { ...everything, documentIds: [value] }).total).toBe(count);
    }
    for (const { value, count } of page.facets.kinds) {
      expect(search(seeds, '园区', { ...everything, kinds: [value] }).total).toBe(count);
    }
    for (const group of page.groups) {
      expect(group.bar.reduce((sum, count) => sum + count, 0)).toBe(group.count);
    }
  });

  it('narrows by filters typed', () => {
    const page = search(seeds, '园区 类型:标题');

    expect(page.total).toBeGreaterThan(0);
    expect(
      page.groups.flatMap(({ rows }) => rows).every((row) => row.segmentKind === 'heading'),
    ).toBe(true);
  });

  it('keeps the contract of its channel', () => {
    const page = { ...search(seeds, '园区 人才'), millis: 1, indexProgress: null };

    expect(searchPageSchema.safeParse(page).error).toBeUndefined();
  });

  it('fails for no query', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '“',
            '-',
            '|',
            ' ',
            '文件:',
            '类型:',
            '园区',
            'gao',
            '(',
            '[',
            '\\',
            '.*',
            '😀',
            '\ud83d',
            '%',
            '的',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const page = search(seeds, text);
        expect(page.total).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
    expect(search(seeds, '园'.repeat(10_000)).isCut).toBe(true);
  }, 60_000);
});

describe('search in a small pack', () => {
  const text = [
    { text: '第一章 园区人才', kind: 'heading' as const },
    { text: '引进人才，园区与人才相距甚远的一段。' },
    { text: '园区人才政策。' },
    { text: '第二章 产业', kind: 'heading' as const },
    { text: '产业发展。' },
    { text: '集群培育。' },
    {
      text: '指标\t目标\n企业数\t14500\n研发\t4500',
      kind: 'table' as const,
      detail: (start: number) => ({
        columns: 2,
        headerRows: 1,
        cells: [
          [0, 0, 0, 2],
          [0, 1, 3, 5],
          [1, 0, 6, 9],
          [1, 1, 10, 15],
          [2, 0, 16, 18],
          [2, 1, 19, 23],
        ].map(([row = 0, column = 0, from = 0, to = 0]) => ({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          start: start + from,
          end: start + to,
        })),
      }),
    },
  ];
  const small = openSearchedPack(createTextPack([{ title: '规划', segments: text }]));
  const rowsOf = (query: string) => search(small, query).groups.flatMap(({ rows }) => rows);

  it('puts the heading first, then the words as typed, then the words apart', () => {
    expect(rowsOf('园区 人才').map(({ excerpt }) => excerpt.text)).toEqual([
      '第一章 园区人才',
      '园区人才政策。',
      '引进人才，园区与人才相距甚远的一段。',
    ]);
  });

  it('looks in sections when no segment has all words, and says so', () => {
    const page = search(small, '发展 集群');

    expect(page.togetherIn).toBe('section');
    expect(page.total).toBe(2);
    expect(search(small, '人才 集群').total).toBe(0);
  });

  it('lists the rows of all segments that a page has room for', () => {
    const alike = Array.from({ length: 30 }, () => ({ text: '园区。' }));
    const searched = openSearchedPack(createTextPack([{ title: '相同', segments: alike }]));

    const [group] = search(searched, '园区').groups;

    expect(group?.rows).toHaveLength(30);
  });

  it('knows what is left to list, however many rows a table takes', () => {
    const [table] = text.slice(-1);
    const segments = [...(table ? [table] : []), { text: '共4500家。' }];
    const searched = openSearchedPack(createTextPack([{ title: '指标', segments }]));
    const request = { query: '4500', filters: everything, fuzzyPinyin: false, offset: 0 };
    const first = runAtOnce(composePage(searched, { ...request, limit: 1 }));

    expect(first.groups.flatMap(({ rows }) => rows)).toHaveLength(2);
    expect(countUnlisted(first)).toBe(1);
    expect(countUnlisted(search(searched, '4500'))).toBe(0);
  });

  it('may be asked for a longer list again and again', () => {
    const request = { query: '人', filters: everything, fuzzyPinyin: false, offset: 0 };

    for (let limit = 30; limit <= 30_000; limit += 30) {
      expect(searchingChannels.searchPack.input.safeParse({ ...request, limit }).success).toBe(
        true,
      );
    }
  });

  it('finds no note for words that only a section holds together', () => {
    const note = (text: string): SearchableNote => ({
      id: annotationIdSchema.parse(crypto.randomUUID()),
      text,
      documentId: null,
      place: null,
      standing: 'unmarked',
    });
    const notes = [note('只说发展'), note('先发展，再集群')];
    const page = search(
      openSearchedPack(createTextPack([{ title: '规划', segments: text }]), notes),
      '发展 集群',
    );

    expect(page.togetherIn).toBe('section');
    expect(page.notes.map(({ excerpt }) => excerpt.text)).toEqual(['先发展，再集群']);
    expect(page.total).toBe(4);
  });

  it('counts beside the notes as a place those that choosing it gives', () => {
    const documentId = documentIdSchema.parse('d1');
    const own: SearchableNote = {
      id: annotationIdSchema.parse(crypto.randomUUID()),
      text: '园区的看法',
      documentId,
      place: null,
      standing: 'unmarked',
    };
    const searched = openSearchedPack(
      createTextPack([
        { title: '一', segments: text },
        { title: '二', segments: text },
      ]),
      [own],
    );
    const countsIn = (id: string) =>
      search(searched, '园区', {
        ...everything,
        documentIds: [documentIdSchema.parse(id)],
      }).facets.scopes.find(({ value }) => value === 'notes')?.count;

    expect(countsIn('d0')).toBe(0);
    expect(countsIn('d1')).toBe(1);
  });

  it('leaves out a word where a filter stands alone', () => {
    const listed = rowsOf('类型:段落 -园区').map(({ excerpt }) => excerpt.text);

    expect(listed).toEqual(['产业发展。', '集群培育。']);
  });

  it('shows a table row with its heads', () => {
    const [row] = rowsOf('研发');

    expect(row?.tableRow).toEqual({
      number: 2,
      cells: [
        { head: '指标', text: '研发', marks: [{ start: 0, end: 2 }] },
        { head: '目标', text: '4500', marks: [] },
      ],
    });
  });

  it('counts every row of a table in which it finds something', () => {
    expect(search(small, '4500').total).toBe(2);
    expect(rowsOf('4500').map(({ tableRow }) => tableRow?.number)).toEqual([1, 2]);
  });

  it('shows the very text behind characters of two units', () => {
    const rare = openSearchedPack(
      createTextPack([
        {
          title: '𠮷',
          segments: [{ text: '𠮷野家😀' }, { text: '在𠀀处😀园区𠮷字' }, { text: '末段园区' }],
        },
      ]),
    );

    const [group] = search(rare, '园区').groups;

    expect(group?.rows.map(({ excerpt }) => excerpt.text)).toEqual([
      '在𠀀处😀园区𠮷字',
      '末段园区',
    ]);
    expect(
      group?.rows.map(({ excerpt: { text: shown, marks } }) =>
        marks.map(({ start, end }) => shown.slice(start, end)),
      ),
    ).toEqual([['园区'], ['园区']]);
    expect(search(rare, '𠮷').total).toBe(2);
  });

  it('leaves out segments with an excluded word', () => {
    expect(search(small, '人才 -政策').total).toBe(3);
  });

  it('takes any of the words joined by a bar', () => {
    expect(search(small, '培育 | 政策').total).toBe(2);
  });
});

describe('a newer query', () => {
  const text = '园区引进高新技术人才，园区。';
  const db = createTextPack([
    { title: '一', segments: Array.from({ length: 60_000 }, () => ({ text })) },
  ]);
  const searcher = createSearcher({ db, notes: listedNotes() });
  const ask = (query: string) =>
    searcher.search({ query, filters: everything, fuzzyPinyin: false, offset: 0, limit: 10 });

  it('is none that only prepares for queries', async () => {
    const [page] = await Promise.all([ask('园区引进高新 -没有'), searcher.prepare()]);

    expect(page.status).toBe('page');
  }, 60_000);

  it('supersedes the one before', async () => {
    const [older, newer] = await Promise.all([ask('园区引进高新 -没有'), ask('人才')]);

    expect(older.status).toBe('superseded');
    expect(newer).toMatchObject({ status: 'page', total: 60_000 });
  }, 60_000);

  it('is answered though the one before asks again, unless somebody waits for that one', async () => {
    const unseen = untilAnswered(
      () => ask('园区引进高新 -没有'),
      () => false,
    );
    const seen = untilAnswered(
      () => ask('园区引进 -没有'),
      () => true,
    );

    await expect(unseen).rejects.toThrow('took its place');
    expect((await seen).total).toBe(60_000);
  }, 60_000);
});

describe('recent searches', () => {
  it('are kept newest first and once each', async () => {
    const handlers = createSearchingHandlers({ db: createTestBriefing([]) });
    await handlers.rememberSearch({ query: '园区' });
    await handlers.rememberSearch({ query: '人才' });
    await handlers.rememberSearch({ query: '园区' });

    expect(await handlers.listRecentSearches({})).toMatchObject({ value: ['园区', '人才'] });
    await handlers.clearRecentSearches({});
    expect(await handlers.listRecentSearches({})).toMatchObject({ value: [] });
  });
});
