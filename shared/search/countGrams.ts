// Counts the grams of all segments into posting lists, in flat arrays: a list object a gram would take ten
// times the memory. The result equals what FlexSearch's own `add` builds, with the counts beside it.

import { encodePostings } from './postings.ts';

export type GramRow = {
  readonly gram: string;
  /** Number of segments that hold it. */
  readonly count: number;
  readonly postings: Uint8Array;
};

export type GramCounter = {
  /** Adds the key of the next segment. */
  readonly add: (key: string) => void;
  readonly gramCount: () => number;
  /** All grams in code unit order; null where the work may pause. */
  readonly rows: () => Iterable<GramRow | null>;
};

const POSTINGS_A_PAUSE = 1 << 15;
const GRAMS_A_PAUSE = 1 << 12;

const BLOCK_BITS = 16;
const BLOCK_MASK = (1 << BLOCK_BITS) - 1;

/** An array of 32-bit integers that grows block by block: copying a large one would take long. */
function createColumn() {
  const blocks: Int32Array[] = [];
  return {
    set(index: number, value: number): void {
      const number = index >>> BLOCK_BITS;
      const block = (blocks[number] ??= new Int32Array(1 << BLOCK_BITS));
      block[index & BLOCK_MASK] = value;
    },
    get: (index: number): number => blocks[index >>> BLOCK_BITS]?.[index & BLOCK_MASK] ?? 0,
    slice(from: number, to: number): readonly number[] {
      const values = new Array<number>(to - from);
      for (let index = from; index < to; index += 1) values[index - from] = this.get(index);
      return values;
    },
  };
}

/** Starts counting; segments get the numbers 0, 1, 2 … in the order of `add`. */
export function countGrams(): GramCounter {
  const gramNumbers = new Map<string, number>();
  // One entry a posting: gram, segment, occurrences.
  const postingGram = createColumn();
  const postingSegment = createColumn();
  const postingCount = createColumn();
  let postingTotal = 0;
  // One entry a gram: its newest posting, and where it ended last (a pair of equal characters may overlap itself).
  const newestPosting = createColumn();
  const newestEnd = createColumn();

  let segmentTotal = 0;

  const count = (gram: string, start: number): void => {
    let number = gramNumbers.get(gram);
    if (number === undefined) {
      number = gramNumbers.size;
      gramNumbers.set(gram, number);
      newestPosting.set(number, -1);
    }
    const newest = newestPosting.get(number);
    if (newest >= 0 && postingSegment.get(newest) === segmentTotal) {
      if (start < newestEnd.get(number)) return;
      postingCount.set(newest, postingCount.get(newest) + 1);
    } else {
      postingGram.set(postingTotal, number);
      postingSegment.set(postingTotal, segmentTotal);
      postingCount.set(postingTotal, 1);
      newestPosting.set(number, postingTotal);
      postingTotal += 1;
    }
    newestEnd.set(number, start + gram.length);
  };

  return {
    add(key) {
      let previous = '';
      let offset = 0;
      for (const character of key) {
        count(character, offset);
        if (previous !== '') count(previous + character, offset - previous.length);
        previous = character;
        offset += character.length;
      }
      segmentTotal += 1;
    },
    gramCount: () => gramNumbers.size,
    *rows() {
      // Counting sort of the postings by gram; within a gram they stay in segment order.
      const ends = new Int32Array(gramNumbers.size + 1);
      for (let index = 0; index < postingTotal; index += 1) {
        const after = postingGram.get(index) + 1;
        ends[after] = (ends[after] ?? 0) + 1;
        if (index % POSTINGS_A_PAUSE === 0) yield null;
      }
      for (let number = 1; number < ends.length; number += 1) {
        ends[number] = (ends[number] ?? 0) + (ends[number - 1] ?? 0);
      }
      const next = ends.slice();
      yield null;
      const segments = createColumn();
      const counts = createColumn();
      // Their memory block by block: what follows writes all over it from the first moment on.
      for (let index = 0; index < postingTotal; index += 1 << BLOCK_BITS) {
        segments.set(index, 0);
        counts.set(index, 0);
        yield null;
      }
      for (let index = 0; index < postingTotal; index += 1) {
        const number = postingGram.get(index);
        const place = next[number] ?? 0;
        next[number] = place + 1;
        segments.set(place, postingSegment.get(index));
        counts.set(place, postingCount.get(index));
        if (index % POSTINGS_A_PAUSE === 0) yield null;
      }
      for (const grams of sortByFirstUnit(gramNumbers.keys())) {
        for (const gram of grams ?? []) {
          const number = gramNumbers.get(gram) ?? 0;
          const from = ends[number] ?? 0;
          const to = ends[number + 1] ?? 0;
          const postings = encodePostings(segments.slice(from, to), counts.slice(from, to));
          yield { gram, count: to - from, postings };
        }
        yield null;
      }
    },
  };
}

/** Code unit order in small portions, so that no sort takes long; null where the work may pause. */
function* sortByFirstUnit(grams: Iterable<string>): Generator<readonly string[] | null> {
  const portions = new Map<number, string[]>();
  let step = 0;
  for (const gram of grams) {
    if (step % GRAMS_A_PAUSE === 0) yield null;
    step += 1;
    const unit = gram.charCodeAt(0);
    const portion = portions.get(unit);
    if (portion === undefined) portions.set(unit, [gram]);
    else portion.push(gram);
  }
  for (const unit of [...portions.keys()].sort((one, other) => one - other)) {
    yield (portions.get(unit) ?? []).sort();
  }
}
