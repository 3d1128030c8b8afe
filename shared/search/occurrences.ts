// The one truth of search: literal occurrences of folded words in the folded text of one segment.

/** A half-open range of a key. */
export type KeyRange = { readonly start: number; readonly end: number };

/** All words must occur; of each inner list any one word suffices. */
export type WordGroups = readonly (readonly string[])[];

export type Occurrences = {
  /** In text order. Occurrences of different words that overlap make one range. */
  readonly ranges: readonly KeyRange[];
  /** Units of the shortest stretch that holds a word of every group. */
  readonly shortestSpan: number;
};

type Found = KeyRange & { readonly group: number };

/** How often the word occurs, left to right, without overlap. */
export function countOccurrences(key: string, word: string): number {
  let count = 0;
  let at = key.indexOf(word);
  while (at >= 0) {
    count += 1;
    at = key.indexOf(word, at + word.length);
  }
  return count;
}

/** All occurrences of the groups' words, or null when a group has none. */
export function findOccurrences(key: string, groups: WordGroups): Occurrences | null {
  const found: Found[] = [];
  for (const [group, words] of groups.entries()) {
    const before = found.length;
    for (const word of words) {
      let start = key.indexOf(word);
      while (start >= 0) {
        found.push({ start, end: start + word.length, group });
        start = key.indexOf(word, start + word.length);
      }
    }
    if (found.length === before) return null;
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return { ranges: mergeOverlaps(found), shortestSpan: shortestSpan(found, groups.length) };
}

/** Joins overlapping ranges of an ascending list; ranges that only touch stay two. */
function mergeOverlaps(sorted: readonly KeyRange[]): readonly KeyRange[] {
  const merged: KeyRange[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      merged.push({ start, end });
    }
  }
  return merged;
}

/** Sweeps once, keeping the newest occurrence of each group. */
function shortestSpan(sorted: readonly Found[], groupCount: number): number {
  const newest = new Map<number, Found>();
  let shortest = Infinity;
  for (const one of sorted) {
    newest.set(one.group, one);
    if (newest.size < groupCount) continue;
    let start = one.start;
    let end = one.end;
    for (const other of newest.values()) {
      start = Math.min(start, other.start);
      end = Math.max(end, other.end);
    }
    shortest = Math.min(shortest, end - start);
  }
  return shortest;
}
