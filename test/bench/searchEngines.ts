// The engines side by side. Each answers a query with the numbers of the segments it takes for matches;
// ours also as a page. All but FlexSearch's own preset get the same folded text.

import Database from 'better-sqlite3';
import FlexSearch, { Charset } from 'flexsearch';
import { openSearched } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import { composePage } from '../../electron/search/composePage.ts';
import { findSegments } from '../../electron/search/findSegments.ts';
import { createNoteIndex } from '../../electron/search/noteIndex.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import { foldKey } from '../../shared/search/fold.ts';
import { listIndexGrams, listQueryGrams } from '../../shared/search/grams.ts';

/** Segment numbers, ascending; null where the engine cannot answer. */
export type Engine = (query: string) => readonly number[] | null;

export const engineNames = [
  'page',
  'verified',
  'candidates',
  'fts5 characters',
  'fts5 bigrams',
  'fts5 trigram',
  'flexsearch CJK',
  'scan',
] as const;
export type EngineName = (typeof engineNames)[number];

const filters = { scope: null, documentIds: [], kinds: [], leads: [] } as const;

/** The words of a query as every engine gets them. */
function wordsOf(query: string): readonly string[] {
  return [...new Set(query.split(/\s+/).map(foldKey))].filter((word) => word !== '');
}

/** Opens an engine; the time this takes is its load time. */
export function openEngine(name: EngineName, pack: string): Engine {
  switch (name) {
    case 'page':
    case 'verified':
    case 'candidates':
      return openOurs(name, pack);
    case 'fts5 characters':
      return openFts(pack, 'characters', (word) => [...word].join(' '));
    case 'fts5 bigrams':
      return openFts(pack, 'bigrams', (word) => listPhraseBigrams(word).join(' '));
    case 'fts5 trigram':
      return openFts(pack, 'trigram', (word) => word, 3);
    case 'flexsearch CJK':
      return openPreset(pack);
    case 'scan':
      return openScan(pack);
  }
}

function openOurs(name: 'page' | 'verified' | 'candidates', pack: string): Engine {
  const db = new Database(pack, { readonly: true });
  const searched = openSearched(db, createNoteIndex(listedNotes()));
  if (name === 'page') {
    return (query) => {
      runAtOnce(
        composePage(searched, { query, filters, fuzzyPinyin: false, offset: 0, limit: 20 }),
      );
      return [];
    };
  }
  if (name === 'candidates') {
    return (query) =>
      searched.grams === null
        ? []
        : runAtOnce(searched.grams.propose(wordsOf(query).map(listQueryGrams)));
  }
  return (query) => {
    const groups = wordsOf(query).map((word) => [word]);
    return runAtOnce(findSegments(searched, { groups, excluded: [] })).map(
      ({ segment }) => segment,
    );
  };
}

/** Bigrams in order; a lone character stands for itself. */
function listPhraseBigrams(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

export const ftsKinds = ['characters', 'bigrams', 'trigram'] as const;
type FtsKind = (typeof ftsKinds)[number];

export function ftsPath(pack: string, kind: FtsKind): string {
  return `${pack}.${kind}`;
}

/** Builds one FTS5 index beside the pack. Bigrams are indexed with the characters, or one would find nothing. */
export function buildFts(pack: string, kind: FtsKind): void {
  const db = new Database(ftsPath(pack, kind));
  db.pragma('journal_mode = OFF');
  const tokenizer =
    kind === 'trigram' ? 'trigram case_sensitive 1' : "unicode61 tokenchars '.%+&-/'";
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize="${tokenizer}")`);
  const columns =
    kind === 'bigrams'
      ? `CREATE VIRTUAL TABLE one USING fts5(x, content='', detail=none, tokenize="${tokenizer}")`
      : '';
  if (columns !== '') db.exec(columns);
  const insert = db.prepare('INSERT INTO t (rowid, x) VALUES (?, ?)');
  const insertOne = columns === '' ? null : db.prepare('INSERT INTO one (rowid, x) VALUES (?, ?)');
  db.transaction(() => {
    for (const [number, key] of listKeys(pack).entries()) {
      insertOne?.run(
        number,
        listIndexGrams(key)
          .filter((gram) => [...gram].length === 1)
          .join(' '),
      );
      const text =
        kind === 'characters'
          ? [...key].join(' ')
          : kind === 'bigrams'
            ? listPhraseBigrams(key).join(' ')
            : key;
      insert.run(number, text);
    }
  })();
  db.close();
}

function openFts(
  pack: string,
  kind: FtsKind,
  phraseOf: (word: string) => string,
  leastLength = 1,
): Engine {
  const db = new Database(ftsPath(pack, kind), { readonly: true });
  const select = db
    .prepare<[string], number>('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid')
    .pluck();
  const selectOne =
    kind === 'bigrams'
      ? db
          .prepare<[string], number>('SELECT rowid FROM one WHERE one MATCH ? ORDER BY rowid')
          .pluck()
      : null;
  return (query) => {
    const words = wordsOf(query);
    if (words.some((word) => [...word].length < leastLength)) return null;
    const isOne = words.length === 1 && [...(words[0] ?? '')].length === 1;
    const phrases = words.map((word) => `"${phraseOf(word)}"`).join(' AND ');
    return (isOne && selectOne ? selectOne : select).all(phrases);
  };
}

function listKeys(pack: string): readonly string[] {
  const db = new Database(pack, { readonly: true });
  const { segments } = openSearched(db, createNoteIndex(listedNotes()));
  const keys = Array.from({ length: segments.segmentCount }, (_, segment) =>
    segments.keyOf(segment),
  );
  db.close();
  return keys;
}

function openPreset(pack: string): Engine {
  const index = new FlexSearch.Index({ encoder: Charset.CJK });
  for (const [number, key] of listKeys(pack).entries()) index.add(number, key);
  return (query) =>
    index
      .search(wordsOf(query).join(' '), { limit: 1_000_000_000 })
      .map(Number)
      .sort((one, other) => one - other);
}

function openScan(pack: string): Engine {
  const keys = listKeys(pack);
  return (query) => {
    const words = wordsOf(query);
    const found: number[] = [];
    for (const [number, key] of keys.entries()) {
      if (words.every((word) => key.includes(word))) found.push(number);
    }
    return found;
  };
}
