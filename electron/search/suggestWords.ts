import { foldKey } from '../../shared/search/fold.ts';
import { isOneGram } from '../../shared/search/grams.ts';
import type { Query } from '../../shared/search/parseQuery.ts';
import type { Searched } from './answerQuery.ts';
import { findSegments } from './findSegments.ts';

const SUGGESTIONS = 6;
/** Words of a query, and units of a word, that near words are looked for. */
const READ_WORDS = 4;
const READ_UNITS = 24;
/** Segments that a scan reads between two points where it can be interrupted. */
const SEGMENTS_A_STEP = 128;

/**
 * Terms near a query without an answer that do occur: those of its words that do, and for the others words
 * of the pack that look like them, then their longest parts. Every one has been found in the text before
 * it is offered.
 */
export function* suggestWords(
  searched: Searched,
  query: Query,
): Generator<void, readonly string[]> {
  const keys = [...new Set(query.words.map(foldKey))].filter((key) => key !== '');
  const offered: string[] = [];
  const parts: string[] = [];
  for (const key of keys.slice(0, READ_WORDS)) {
    if (keys.length > 1 && (yield* occurs(searched, key))) {
      offered.push(key);
      continue;
    }
    const near = yield* searched.vocabulary.listNear(key.slice(0, READ_UNITS), SUGGESTIONS);
    offered.push(...near);
    parts.push(...(yield* longestPart(searched, key)));
  }
  const found: string[] = [];
  for (const word of new Set([...offered, ...parts])) {
    if (found.length === SUGGESTIONS) break;
    if (keys[0] !== word || keys.length > 1) {
      if (yield* occurs(searched, word)) found.push(word);
    }
  }
  if (found.length > 0) return found;
  // A single character is better than nothing. A single letter would not be.
  for (const character of keys
    .join('')
    .slice(0, READ_UNITS)
    .match(/\p{Script=Han}/gu) ?? []) {
    if (yield* occurs(searched, character)) return [character];
  }
  return [];
}

function* occurs(searched: Searched, word: string): Generator<void, boolean> {
  const { grams, segments } = searched;
  if (grams === null) {
    // A scan knows at the first place.
    for (let segment = 0; segment < segments.segmentCount; segment += 1) {
      if (segment % SEGMENTS_A_STEP === 0) yield;
      if (segments.keyOf(segment).includes(word)) return true;
    }
    return false;
  }
  if (isOneGram(word)) return grams.frequency(word) > 0;
  return (yield* findSegments(searched, { groups: [[word]], excluded: [] })).length > 0;
}

/** Short runs of letters or digits stand in any text and say nothing. */
const shortLatin = /^[a-z\d]{1,3}$/;

/** The longest run of the word's characters (two at least) of which every pair stands in the pack. */
function* longestPart(searched: Searched, key: string): Generator<void, readonly string[]> {
  // Without an index every pair costs a scan.
  const characters = [...(searched.grams === null ? key.slice(0, READ_UNITS) : key)];
  let best: readonly string[] = [];
  let from = 0;
  for (let at = 1; at <= characters.length; at += 1) {
    const pair = `${characters[at - 1] ?? ''}${characters[at] ?? ''}`;
    if (at < characters.length && (yield* occurs(searched, pair))) continue;
    const part = characters.slice(from, at);
    if (part.length > Math.max(1, best.length)) best = part;
    from = at;
  }
  const part = best.join('');
  return best.length > 1 && !shortLatin.test(part) ? [part] : [];
}
