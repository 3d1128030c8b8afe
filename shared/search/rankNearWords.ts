/** A word that the pack holds, folded, with its number of occurrences. */
export type KnownWord = { readonly word: string; readonly count: number };

/** Less likeness than this is no help. */
const LEAST_LIKENESS = 0.4;

const WORDS_A_STEP = 512;

/**
 * The known words most like a word that was not found, best first: by likeness, then by frequency. Yields
 * where the work may pause.
 */
export function* rankNearWords(
  missed: string,
  known: Iterable<KnownWord>,
  limit: number,
): Generator<void, readonly string[]> {
  const scored: { word: string; likeness: number; count: number }[] = [];
  let step = 0;
  for (const { word, count } of known) {
    if (step % WORDS_A_STEP === 0) yield;
    step += 1;
    const likeness = likenessOf(missed, word);
    if (likeness >= LEAST_LIKENESS && word !== missed) scored.push({ word, likeness, count });
  }
  scored.sort(
    (one, other) =>
      other.likeness - one.likeness || other.count - one.count || (one.word < other.word ? -1 : 1),
  );
  return scored.slice(0, limit).map(({ word }) => word);
}

/**
 * 0 to 1: the better of two measures. Shared pairs of characters (Dice's coefficient) find words that hold
 * the same parts; the number of characters to change (Levenshtein) finds the word with one character wrong.
 */
function likenessOf(one: string, other: string): number {
  return Math.max(sharedPairs(one, other), 1 - countChanges(one, other) / maxLength(one, other));
}

function maxLength(one: string, other: string): number {
  return Math.max(one.length, other.length, 1);
}

function sharedPairs(one: string, other: string): number {
  const pairs = one.length - 1 + other.length - 1;
  if (pairs <= 0) return 0;
  let shared = 0;
  for (let at = 0; at + 1 < one.length; at += 1) {
    if (other.includes(one.slice(at, at + 2))) shared += 1;
  }
  return (2 * shared) / pairs;
}

/** Characters to insert, leave out or replace to make one word of the other. */
function countChanges(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let place = 0; place < other.length; place += 1) {
      const replaced = (row[place] ?? 0) + (one[at] === other[place] ? 0 : 1);
      const inserted = (next[place] ?? 0) + 1;
      const removed = (row[place + 1] ?? 0) + 1;
      next.push(Math.min(replaced, inserted, removed));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
