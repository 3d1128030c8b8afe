// From a query to its matches: literal first, then read as pinyin, each verified on the text.

import { foldKey } from '../../shared/search/fold.ts';
import type { PinyinReading } from '../../shared/search/matchPinyin.ts';
import { dropPieces, readAsPinyin } from '../../shared/search/matchPinyin.ts';
import type { Query } from '../../shared/search/parseQuery.ts';
import { parseQuery } from '../../shared/search/parseQuery.ts';
import type { Marking } from './composeRows.ts';
import type { Match, SearchedPack } from './findSegments.ts';
import { findLiteral, findSections, findSegments } from './findSegments.ts';
import { readLeadDepartments } from './listLeadDepartments.ts';
import { hasFilterValue } from './narrow.ts';
import type { NoteIndex } from './noteIndex.ts';
import type { Vocabulary } from './vocabularyReader.ts';

/** Everything a search reads. */
export type Searched = SearchedPack & {
  readonly notes: NoteIndex;
  readonly vocabulary: Vocabulary;
  /** Lengths of the documents by position, in UTF-16 units. */
  readonly lengths: ArrayLike<number>;
};

export type QueryAnswer = {
  readonly query: Query;
  readonly matches: readonly Match[];
  readonly marking: Marking;
  readonly togetherIn: 'segment' | 'section';
  readonly pinyinWord: PinyinReading | null;
  readonly pinyinWords: readonly string[];
};

/** Words read for a query, and those of them that are offered beside the best one. */
const READ_WORDS = 48;
const OFFERED_WORDS = 8;

/** Matches listed between two points where a search can be interrupted. */
const MATCHES_A_STEP = 4_096;
/** The same where their text is read. */
const TEXTS_A_STEP = 128;

/** What is asked for: a query as typed, and whether letters may stand for sounds like theirs. */
export type Question = { readonly query: string; readonly fuzzyPinyin: boolean };

/** All matches of a query, before any filter. Yields where the work may pause. */
export function* answerQuery(
  searched: Searched,
  { query: typed, fuzzyPinyin }: Question,
): Generator<void, QueryAnswer> {
  yield* readLeadDepartments(searched);
  const query = parseQuery(typed, (field, value) => hasFilterValue(searched, field, value));
  const literal = yield* findLiterally(searched, query);
  const readings = yield* readPinyinWords(searched, query, fuzzyPinyin);
  const [best] = readings;
  const words = dropPieces(readings).map(wordOf);
  const isFound = literal.matches.length > 0 || (yield* hasNotes(searched, query, literal.marking));
  if (best === undefined || isFound) {
    return { query, ...literal, pinyinWord: null, pinyinWords: words.slice(0, OFFERED_WORDS + 1) };
  }
  const groups = [[foldKey(best.word)]];
  const matches = yield* findSegments(searched, { groups, excluded: [] });
  return {
    query,
    matches,
    marking: { kind: 'words', groups },
    togetherIn: 'segment',
    pinyinWord: best,
    pinyinWords: words.filter((word) => word !== best.word).slice(0, OFFERED_WORDS),
  };
}

function* hasNotes(searched: Searched, query: Query, marking: Marking): Generator<void, boolean> {
  return (yield* searched.notes.find(marking, query.excluded)).length > 0;
}

type Found = Pick<QueryAnswer, 'matches' | 'marking' | 'togetherIn'>;

function* findLiterally(searched: Searched, query: Query): Generator<void, Found> {
  const { groups, excluded, filters, literal } = query;
  if (literal !== null) {
    const matches = yield* findLiteral(searched, literal);
    return { matches, marking: { kind: 'literal', text: literal }, togetherIn: 'segment' };
  }
  if (groups.length === 0 && filters.length === 0) {
    return { matches: [], marking: { kind: 'words', groups }, togetherIn: 'segment' };
  }
  if (groups.length === 0) {
    const matches = yield* listSegments(searched, excluded);
    return { matches, marking: { kind: 'segments' }, togetherIn: 'segment' };
  }
  const matches = yield* findSegments(searched, { groups, excluded });
  if (matches.length > 0 || groups.length === 1) {
    return { matches, marking: { kind: 'words', groups }, togetherIn: 'segment' };
  }
  const apart = yield* findSections(searched, { groups, excluded });
  const isApart = apart.length > 0;
  return {
    matches: apart,
    marking: { kind: 'words', groups: isApart ? [groups.flat()] : groups },
    togetherIn: isApart ? 'section' : 'segment',
  };
}

/** Filters alone list what they let pass: every segment but those with an excluded word. */
function* listSegments(
  { segments }: Searched,
  excluded: readonly string[],
): Generator<void, readonly Match[]> {
  const matches: Match[] = [];
  const step = excluded.length === 0 ? MATCHES_A_STEP : TEXTS_A_STEP;
  for (let segment = 0; segment < segments.segmentCount; segment += 1) {
    if (segment % step === 0) yield;
    if (excluded.some((word) => segments.keyOf(segment).includes(word))) continue;
    matches.push({ segment, count: 1, score: 0 });
  }
  return matches;
}

function wordOf({ word }: PinyinReading): string {
  return word;
}

/** Words that the query's letters can stand for; none when it uses operators. */
function* readPinyinWords(
  searched: Searched,
  query: Query,
  isFuzzy: boolean,
): Generator<void, readonly PinyinReading[]> {
  const { groups, excluded, words } = query;
  if (excluded.length > 0 || groups.some((group) => group.length > 1)) return [];
  const pinyin = readAsPinyin(words.join(' '));
  if (pinyin === null) return [];
  return yield* searched.vocabulary.readPinyin(pinyin, isFuzzy, READ_WORDS);
}
