import { foldKey } from '../../shared/search/fold.ts';
import type { Query } from '../../shared/search/parseQuery.ts';
import type { Searched } from './answerQuery.ts';
import { findSegments } from './findSegments.ts';

const SUGGESTIONS = 6;
/** Words of a query, and units of a word, that near words are looked for. */
const READ_WORDS = 4;
const READ_UNITS = 24;

/**
 * Terms near a query without an answer that do occur: words of the pack that look like it, then its
 * longest parts that the text holds. Every one of them has been found in the text before it is offered.
 */
export function* suggestWords(
  searched: Searched,
  query: Query,
): Generator<void, readonly string[]> {
  const keys = query.words.map(foldKey).filter((key) => key !== '');
  const near: string[] = [];
  for (const key of keys.slice(0, READ_WORDS)) {
    near.push(...(yield* searched.vocabulary.listNear(key.slice(0, READ_UNITS), SUGGESTIONS)));
  }
  const parts = keys.flatMap((key) => longestPart(searched, key));
  // A single character last: better than nothing. A single letter would not be.
  const characters =
    keys
      .join('')
      .slice(0, READ_UNITS)
      .match(/\p{Script=Han}/gu) ?? [];
  const offered = [...new Set([...near, ...parts, ...characters])].filter(
    (word) => !isWhole(keys, word),
  );
  const found: string[] = [];
  for (const word of offered) {
    const isLast = found.length > 0 && [...word].length === 1;
    if (found.length === SUGGESTIONS || isLast) break;
    const matches = yield* findSegments(searched, { groups: [[word]], excluded: [] });
    if (matches.length > 0) found.push(word);
  }
  return found;
}

/** The query itself has no answer; a single word of several may be offered. */
function isWhole(keys: readonly string[], word: string): boolean {
  return keys.length === 1 && keys[0] === word;
}

/** Shorter runs of letters or digits stand in any text and say nothing. */
const shortLatin = /^[a-z\d]{1,2}$/;

/** The longest run of the word's characters (two at least) of which every pair stands in the pack. */
function longestPart(searched: Searched, key: string): readonly string[] {
  const { grams } = searched;
  if (grams === null) return [];
  const characters = [...key];
  let best: readonly string[] = [];
  let from = 0;
  for (let at = 1; at <= characters.length; at += 1) {
    const pair = `${characters[at - 1] ?? ''}${characters[at] ?? ''}`;
    if (at < characters.length && grams.frequency(pair) > 0) continue;
    const part = characters.slice(from, at);
    if (part.length > Math.max(1, best.length)) best = part;
    from = at;
  }
  const part = best.join('');
  return best.length > 1 && !shortLatin.test(part) ? [part] : [];
}
