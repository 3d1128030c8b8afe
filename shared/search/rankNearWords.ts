import { countOccurrences } from './occurrences.ts';

/** A word that the pack holds, folded, with its number of occurrences. */
export type KnownWord = { readonly word: string; readonly count: number };

/** Less likeness than this is no help. */
const LEAST_LIKENESS = 0.4;

/**
 * The known words most like a word that was not found, best first: by shared pairs of characters (Dice's
 * coefficient; one character of two counts as half a pair), then by frequency.
 */
export function rankNearWords(
  missed: string,
  known: Iterable<KnownWord>,
  limit: number,
): readonly string[] {
  const scored: { word: string; likeness: number; count: number }[] = [];
  for (const { word, count } of known) {
    const likeness = likenessOf(missed, word);
    if (likeness >= LEAST_LIKENESS && word !== missed) scored.push({ word, likeness, count });
  }
  scored.sort(
    (one, other) =>
      other.likeness - one.likeness || other.count - one.count || (one.word < other.word ? -1 : 1),
  );
  return scored.slice(0, limit).map(({ word }) => word);
}

function likenessOf(one: string, other: string): number {
  const pairs = one.length - 1 + other.length - 1;
  if (pairs <= 0) return 0;
  let shared = 0;
  for (let at = 0; at + 1 < one.length; at += 1) {
    if (countOccurrences(other, one.slice(at, at + 2)) > 0) shared += 1;
  }
  if (shared > 0) return (2 * shared) / pairs;
  const sharesCharacter = [...one].some((character) => other.includes(character));
  return sharesCharacter && one.length === 2 && other.length === 2 ? 0.5 : 0;
}
