import { foldKey } from '../../shared/search/fold.ts';
import type { Query } from '../../shared/search/parseQuery.ts';
import type { Searched } from './answerQuery.ts';
import { findSegments } from './findSegments.ts';

const SUGGESTIONS = 6;
/** Words of a query, and units of a word, that near words are looked for. */
const READ_WORDS = 4;
const READ_UNITS = 24;

/**
 * Terms near a query without an answer that do occur: its longest parts that the text holds, then words of
 * the pack that look like it. Every one of them has been found in the text before it is offered.
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
  const offered = [...new Set([...parts, ...near])].filter((word) => !isWhole(keys, word));
  const found: string[] = [];
  for (const word of offered) {
    if (found.length === SUGGESTIONS) break;
    const matches = yield* findSegments(searched, { groups: [[word]], excluded: [] });
    if (matches.length > 0) found.push(word);
  }
  return found;
}

/** The query itself has no answer; a single word of several may be offered. */
function isWhole(keys: readonly string[], word: string): boolean {
  return keys.length === 1 && keys[0] === word;
}

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
  return best.length > 1 ? [best.join('')] : [];
}
