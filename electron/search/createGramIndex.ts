// FlexSearch proposes segments: it intersects posting lists that stay in SQLite until they are asked for.

import type { Database } from 'better-sqlite3';
import FlexSearch from 'flexsearch';
import { GRAM_SEPARATOR } from '../../shared/search/grams.ts';
import { flexSearchOptions } from '../../shared/search/indexFormat.ts';
import type { PostingList } from '../../shared/search/postings.ts';
import { decodePostings } from '../../shared/search/postings.ts';

/** Posting entries kept decoded, about 16 bytes each. */
const CACHED_POSTINGS = 750_000;
/** Numbers of segments kept: whoever types on asks for the same grams again. */
const CACHED_COUNTS = 20_000;
/** FlexSearch gives 100 results where no limit is named, and 0 counts as none. */
const NO_LIMIT = 1_000_000_000;
/** A rarest list this short is verified faster than it is intersected. */
const SHORT_LIST = 64;
/** A list so much longer than the rarest one thins it out less than reading it costs. */
const LONG_LIST_RATIO = 4;
const GRAMS_A_WORD = 3;
/** Posting entries that FlexSearch intersects at once: a few milliseconds. */
const POSTINGS_A_STEP = 16_384;

export type GramIndex = {
  /** Number of segments that hold the gram. */
  readonly frequency: (gram: string) => number;
  /** Segments with their number of occurrences. */
  readonly postings: (gram: string) => PostingList;
  /**
   * Ascending numbers of the segments that hold all grams that the planner keeps; a superset of the answer.
   * Yields where the work may pause.
   */
  readonly propose: (
    gramsOfWords: readonly (readonly string[])[],
  ) => Generator<void, readonly number[]>;
};

const noPostings: PostingList = { segments: [], counts: [] };

/**
 * Opens the index over the tables of the pack. FlexSearch reads its posting lists through `index.map`,
 * which typings do not show: the version is pinned, and a test keeps the contract.
 */
export function createGramIndex(db: Database): GramIndex {
  const selectPostings = db
    .prepare<[string], [number, Uint8Array]>('SELECT count, postings FROM gram WHERE gram = ?')
    .raw();
  const selectCount = db.prepare<[string], number>('SELECT count FROM gram WHERE gram = ?').pluck();
  const counts = new Map<string, number>();
  const cache = new Map<string, PostingList>();
  let cached = 0;

  const postings = (gram: string): PostingList => {
    const known = cache.get(gram);
    if (known !== undefined) {
      // Moved to the end: the first entry is the one unused for longest.
      cache.delete(gram);
      cache.set(gram, known);
      return known;
    }
    const row = selectPostings.get(gram);
    if (row === undefined) return noPostings;
    const list = decodePostings(row[1], row[0]);
    cache.set(gram, list);
    cached += list.segments.length;
    for (const [oldest, old] of cache) {
      if (cached <= CACHED_POSTINGS || oldest === gram) break;
      cache.delete(oldest);
      cached -= old.segments.length;
    }
    return list;
  };

  const frequency = (gram: string): number => {
    const known = counts.get(gram);
    if (known !== undefined) return known;
    const count = selectCount.get(gram) ?? 0;
    if (counts.size >= CACHED_COUNTS) counts.clear();
    counts.set(gram, count);
    return count;
  };

  const index = new FlexSearch.Index({
    ...flexSearchOptions,
    encode: (grams: string) => grams.split(GRAM_SEPARATOR),
  });
  // What FlexSearch is given of each list: all of it, or of long ones a stretch of segments after the other.
  let offered: ReadonlyMap<string, readonly number[]> = new Map();
  Object.assign(index, {
    map: {
      get: (gram: string): readonly (readonly number[])[] | undefined => {
        const segments = offered.get(gram) ?? [];
        return segments.length === 0 ? undefined : [segments];
      },
    },
  });

  return {
    frequency,
    postings,
    *propose(gramsOfWords) {
      const lists = new Map<string, readonly number[]>();
      for (const gram of planGrams(gramsOfWords, frequency)) {
        lists.set(gram, postings(gram).segments);
        yield;
      }
      if (lists.size === 0) return [];
      const wanted = [...lists.keys()].join(GRAM_SEPARATOR);
      const proposed: number[][] = [];
      for (const part of cutLists(lists, POSTINGS_A_STEP)) {
        offered = part;
        proposed.push(index.search(wanted, { limit: NO_LIMIT }).map(Number));
        yield;
      }
      return proposed.flat();
    },
  };
}

/** The lists in stretches of segment numbers, so that each stretch has about `size` entries in all. */
function* cutLists(
  lists: ReadonlyMap<string, readonly number[]>,
  size: number,
): Generator<ReadonlyMap<string, readonly number[]>> {
  const all = [...lists.values()];
  const longest = all.reduce((one, other) => (other.length > one.length ? other : one), []);
  const parts = Math.ceil(all.reduce((sum, { length }) => sum + length, 0) / size);
  if (parts <= 1) {
    yield lists;
    return;
  }
  let from = 0;
  for (let part = 1; part <= parts; part += 1) {
    const to = longest[Math.floor((part * longest.length) / parts)] ?? Infinity;
    yield new Map(
      Array.from(lists, ([gram, segments]) => [
        gram,
        segments.slice(countBelow(segments, from), countBelow(segments, to)),
      ]),
    );
    from = to;
  }
}

/** Numbers of an ascending list below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The rarest grams of every word, as far as they thin the candidates out; none when a word cannot occur.
 * Exported for its test.
 */
export function planGrams(
  gramsOfWords: readonly (readonly string[])[],
  frequency: (gram: string) => number,
): readonly string[] {
  const kept = new Map<string, number>();
  for (const grams of gramsOfWords) {
    const ranked = grams
      .map((gram) => ({ gram, count: frequency(gram) }))
      .sort((one, other) => one.count - other.count);
    const rarest = ranked[0];
    if (rarest === undefined || rarest.count === 0) return [];
    const useful = ranked
      .filter(
        ({ count }, rank) =>
          rank === 0 || (rarest.count > SHORT_LIST && count <= rarest.count * LONG_LIST_RATIO),
      )
      .slice(0, GRAMS_A_WORD);
    for (const { gram, count } of useful) kept.set(gram, count);
  }
  const ordered = [...kept].sort(([, one], [, other]) => one - other);
  const shortest = ordered[0]?.[1] ?? 0;
  return ordered
    .filter(
      ([, count], rank) =>
        rank === 0 || (shortest > SHORT_LIST && count <= shortest * LONG_LIST_RATIO),
    )
    .map(([gram]) => gram);
}
