import type { Database } from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Searched } from '../../electron/search/answerQuery.ts';
import { composePage } from '../../electron/search/composePage.ts';
import { listHits } from '../../electron/search/listHits.ts';
import type { SearchableNote } from '../../electron/search/noteIndex.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import { annotationIdSchema } from '../../shared/domain/ids.ts';
import { fold, foldKey } from '../../shared/search/fold.ts';
import type { SampledText } from '../support/sampledTexts.ts';
import { listSampledTexts } from '../support/sampledTexts.ts';
import { everything, openSearchedPack } from '../support/searchedPack.ts';
import { openSeedPack } from '../support/seedPack.ts';

const QUERIES = 20_000;
const LONGEST = 12;
const NOTES = 40;

/** Where a part is cut from; every place gets an equal share of the queries. */
const places = ['anywhere', 'break', 'cell', 'task', 'footnote', 'latin', 'note'] as const;
type SamplePlace = (typeof places)[number];

type Sample = {
  readonly place: SamplePlace;
  readonly raw: string;
  /** The segment it was cut from; null for a note. */
  readonly segmentId: string | null;
};

const madeOf = {
  han: /^\p{Script=Han}+$/u,
  digits: /^\d+$/,
  latin: /^[A-Za-z]+$/,
  punctuation: /^[\p{P}\p{S}\s]+$/u,
  mixed: /\p{Script=Han}[\p{P}\dA-Za-z]|[\p{P}\dA-Za-z]\p{Script=Han}/u,
} as const;

/** A small generator of numbers, so that a failure comes again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A part of a text as a reader would type it: in quotes where it has blanks or operators, in a pair of
 * quotes that it does not hold itself. Symbols alone are typed as they stand.
 */
function typed(raw: string): string {
  if (foldKey(raw) === '' || !/[\s|｜]|^[-－“「"]|[:：]/u.test(raw)) return raw;
  const quotes = ['""', '“”', '「」'].find((pair) => [...pair].every((one) => !raw.includes(one)));
  if (quotes === undefined) throw new Error(`no quotes are left for ${raw}`);
  return `${quotes.charAt(0)}${raw}${quotes.charAt(1)}`;
}

/** The scan: all texts in one, with what no text holds between them. */
const BETWEEN = '\u0000';
function countPieces(joined: string, word: string): number {
  return joined.split(word).length - 1;
}

describe('search against a plain scan of the seeds', () => {
  let db: Database;
  let searched: Searched;
  let texts: Readonly<Record<Exclude<SamplePlace, 'note'>, readonly SampledText[]>>;
  let notes: readonly SearchableNote[];
  let samples: readonly Sample[];

  beforeAll(() => {
    db = openSeedPack();
    texts = listSampledTexts(db);
    const random = createRandom(4);
    const below = (limit: number): number => Math.floor(random() * limit);
    const pick = <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    notes = Array.from({ length: NOTES }, (_, index) => ({
      id: annotationIdSchema.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
      text: `我的看法：${pick(texts.anywhere).text.slice(0, 60)}`,
      documentId: null,
      place: null,
      standing: 'unmarked',
    }));
    searched = openSearchedPack(db, notes);
    const draw = (place: SamplePlace): Sample => {
      const sampled = place === 'note' ? null : pick(texts[place]);
      const characters = [...(sampled?.text ?? pick(notes).text)];
      // Across a break: some of it on either side.
      const start =
        place === 'break'
          ? Math.max(0, Math.floor(characters.length / 2) - 1 - below(LONGEST / 2))
          : below(characters.length);
      const least = place === 'break' ? Math.floor(characters.length / 2) + 1 - start : 1;
      const length = least + below(LONGEST + 1 - least);
      const raw = characters.slice(start, start + length).join('');
      // White space alone is no query.
      return raw.trim() === ''
        ? draw(place)
        : { place, raw, segmentId: sampled?.segmentId ?? null };
    };
    samples = Array.from({ length: QUERIES }, (_, index) =>
      draw(places[index % places.length] ?? 'anywhere'),
    );
  }, 60_000);

  it('draws from every place, and all kinds of characters', () => {
    expect(Object.values(texts).map(({ length }) => length > 0)).not.toContain(false);
    expect(new Set(samples.map(({ raw }) => [...raw].length))).toEqual(
      new Set(Array.from({ length: LONGEST }, (_, index) => index + 1)),
    );
    for (const place of places) {
      const count = samples.filter((sample) => sample.place === place).length;
      expect(count).toBeGreaterThanOrEqual(Math.floor(QUERIES / places.length));
    }
    for (const pattern of Object.values(madeOf)) {
      expect(samples.filter(({ raw }) => pattern.test(raw)).length).toBeGreaterThan(50);
    }
  });

  it('gives the same total as the scan for 20,000 random parts of the text', () => {
    const scanned = {
      keys: texts.anywhere.map(({ text }) => foldKey(text)).join(BETWEEN),
      texts: texts.anywhere.map(({ text }) => text).join(BETWEEN),
      noteKeys: notes.map(({ text }) => foldKey(text)).join(BETWEEN),
      noteTexts: notes.map(({ text }) => text).join(BETWEEN),
    };
    const differences: unknown[] = [];
    const compared = new Map<SamplePlace, number>();
    for (const { raw, place } of samples) {
      const key = foldKey(raw);
      const word = key === '' ? raw.trim() : key;
      const query = typed(raw);
      const page = runAtOnce(
        composePage(searched, {
          query,
          filters: everything,
          fuzzyPinyin: false,
          offset: 0,
          limit: 1,
        }),
      );
      const inDocuments = countPieces(key === '' ? scanned.texts : scanned.keys, word);
      const inNotes = countPieces(key === '' ? scanned.noteTexts : scanned.noteKeys, word);
      compared.set(place, (compared.get(place) ?? 0) + 1);
      if (page.total !== inDocuments + inNotes || page.noteCount !== inNotes || page.total === 0) {
        differences.push({ raw, query, total: page.total, inDocuments, inNotes });
      }
    }

    expect(differences).toEqual([]);
    expect([...compared.values()].reduce((sum, count) => sum + count, 0)).toBe(QUERIES);
  }, 120_000);

  it('finds the very place that a text was copied from, glyph by glyph', () => {
    const missed: unknown[] = [];
    for (const { raw, segmentId } of samples.slice(0, 1_200)) {
      if (segmentId === null || foldKey(raw).length < 3) continue;
      const { hits } = runAtOnce(
        listHits(searched, {
          query: typed(raw),
          filters: everything,
          fuzzyPinyin: false,
          limit: 100_000,
        }),
      );
      const isFound = hits.some((hit) => hit.segmentId === segmentId);
      const isExact = hits.every(
        ({ text, start, end }) => foldKey(text.slice(start, end)) === foldKey(raw),
      );
      if (!isFound || !isExact) missed.push({ raw, segmentId, isExact });
    }

    expect(missed).toEqual([]);
  }, 60_000);

  it('looks up symbols as they stand', () => {
    const joined = texts.anywhere.map(({ text }) => text).join(BETWEEN);
    for (const symbol of ['“', '。', '（', '——', '%', '《', '、“']) {
      const { total } = runAtOnce(
        listHits(searched, { query: symbol, filters: everything, fuzzyPinyin: false, limit: 1 }),
      );

      expect({ symbol, total }).toEqual({ symbol, total: countPieces(joined, symbol) });
    }
  });

  it('keeps offsets that lead back to the folded text', () => {
    for (const { text } of texts.anywhere) {
      const { key, starts, ends } = fold(text);

      expect(starts).toHaveLength(key.length);
      expect(starts.every((start, index) => start < (ends[index] ?? 0))).toBe(true);
    }
  });
});
