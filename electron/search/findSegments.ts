// Candidates → verification: which segments hold what the query asks for, how often, and how well.
// Generators, so that whoever drives them decides when to let the window breathe and when to stop.

import { segmentKinds } from '../../shared/domain/segment.ts';
import type { WordGroups } from '../../shared/search/occurrences.ts';
import { countOccurrences, findOccurrences } from '../../shared/search/occurrences.ts';
import { isOneGram, listQueryGrams } from '../../shared/search/grams.ts';
import { intersectAscending, uniteAscending } from '../../shared/search/ascending.ts';
import { scoreSegment } from '../../shared/search/scoreSegment.ts';
import type { GramIndex } from './createGramIndex.ts';
import type { PackText } from './packText.ts';
import type { SegmentStore } from './segmentStore.ts';

/** What a search runs on. Without `grams` every segment is a candidate: the plain scan. */
export type SearchedPack = {
  readonly segments: SegmentStore;
  readonly text: PackText;
  readonly grams: GramIndex | null;
};

export type Match = {
  readonly segment: number;
  /** Occurrences in the segment. */
  readonly count: number;
  readonly score: number;
};

/** What to find: folded words, and words whose segments are left out. */
export type Wanted = { readonly groups: WordGroups; readonly excluded: readonly string[] };

/** Segments whose text is read between two points where a search can be interrupted. */
const SEGMENTS_A_STEP = 128;
/** The same where no text is read. */
const MATCHES_A_STEP = 1_024;
/** More than a document has: a document and a section make one number. */
const MOST_SECTIONS = 2 ** 24;

/** Every segment that holds all groups and nothing excluded, in document order. */
export function* findSegments(
  pack: SearchedPack,
  wanted: Wanted,
): Generator<void, readonly Match[]> {
  const { groups, excluded } = wanted;
  const [group] = groups;
  const [word] = group ?? [];
  if (word === undefined) return [];
  const isOneWord = groups.length === 1 && group?.length === 1;
  if (isOneWord && excluded.length === 0 && isOneGram(word) && pack.grams !== null) {
    return yield* readPostings(pack, word);
  }
  const matches: Match[] = [];
  const scoreOf = createWordScore(pack, word);
  const candidates = yield* listCandidates(pack, groups);
  for (const [step, segment] of candidates.entries()) {
    if (step % SEGMENTS_A_STEP === 0) yield;
    const key = pack.segments.keyOf(segment);
    if (excluded.some((one) => key.includes(one))) continue;
    if (isOneWord) {
      const count = countOccurrences(key, word);
      if (count > 0) matches.push({ segment, count, score: scoreOf(segment) });
      continue;
    }
    const match = matchGroups(pack, segment, key, groups);
    if (match !== null) matches.push(match);
  }
  return matches;
}

/** One character or one pair: its posting list is the answer, counts and all. */
function* readPostings(pack: SearchedPack, word: string): Generator<void, readonly Match[]> {
  const { segments, counts } = pack.grams?.postings(word) ?? { segments: [], counts: [] };
  const scoreOf = createWordScore(pack, word);
  const matches = new Array<Match>(segments.length);
  for (let index = 0; index < segments.length; index += 1) {
    if (index % MATCHES_A_STEP === 0) yield;
    const segment = segments[index] ?? 0;
    matches[index] = { segment, count: counts[index] ?? 1, score: scoreOf(segment) };
  }
  return matches;
}

function* listCandidates(
  pack: SearchedPack,
  groups: WordGroups,
): Generator<void, readonly number[]> {
  const { grams, segments } = pack;
  if (grams === null) return Array.from({ length: segments.segmentCount }, (_, index) => index);
  const sole: (readonly string[])[] = [];
  let common: readonly number[] | null = null;
  for (const group of groups) {
    const [word] = group;
    if (word !== undefined && group.length === 1) {
      sole.push(listQueryGrams(word));
      continue;
    }
    let either: readonly number[] = [];
    for (const one of group) {
      either = yield* uniteAscending(either, yield* grams.propose([listQueryGrams(one)]));
    }
    common = common === null ? either : yield* intersectAscending(common, either);
  }
  if (sole.length === 0) return common ?? [];
  const all = yield* grams.propose(sole);
  return common === null ? all : yield* intersectAscending(common, all);
}

/**
 * Scores a segment that holds the word. The folded text is read only where it can matter: most segments
 * have no lead, are longer than the word, and most words are no numbers.
 */
function createWordScore(pack: SearchedPack, word: string): (segment: number) => number {
  const { segments } = pack;
  // Of one or two digits every other number is a part: only longer ones are meant as a number.
  const isNumber = word.length > 2 && /^\d|\d$/.test(word);
  const plainScores = segmentKinds.map((kind) => scoreSegment({ ...plainHit, kind }));
  return (segment) => {
    const lead = segments.leadLengthOf(segment);
    const isWhole = segments.keyLengthOf(segment) === word.length;
    if (lead === 0 && !isNumber && !isWhole) return plainScores[segments.kindCodeOf(segment)] ?? 0;
    const key = segments.keyOf(segment);
    return scoreSegment({
      ...plainHit,
      kind: segments.kindOf(segment),
      isWhole,
      isInLead: lead > 0 && isWithin(key.indexOf(word), word.length, lead),
      isPartOfNumber: isNumber && !standsAlone(key, word),
    });
  };
}

/** One word somewhere in running text. */
const plainHit = {
  isWhole: false,
  isInLead: false,
  isPhrase: true,
  slack: 0,
  isPartOfNumber: false,
} as const;

function isWithin(start: number, length: number, end: number): boolean {
  return start >= 0 && start + length <= end;
}

/** True when an occurrence has no further digit at either side. */
function standsAlone(key: string, word: string): boolean {
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
    const end = at + word.length;
    const runsOn = /^\d/.test(word) && /[\d.]/.test(key.charAt(at - 1));
    const goesOn = /\d$/.test(word) && /[\d.]/.test(key.charAt(end));
    if (!runsOn && !goesOn) return true;
  }
  return false;
}

function matchGroups(
  pack: SearchedPack,
  segment: number,
  key: string,
  groups: WordGroups,
): Match | null {
  const found = findOccurrences(key, groups);
  const first = found?.ranges[0];
  if (found === null || first === undefined) return null;
  const phrase = groups.map((group) => group[0] ?? '').join('');
  const isPhrase = groups.length === 1 || key.includes(phrase);
  const score = scoreSegment({
    kind: pack.segments.kindOf(segment),
    isWhole: key === phrase,
    isInLead: first.end <= pack.segments.leadLengthOf(segment),
    isPhrase,
    slack: Math.max(0, found.shortestSpan - phrase.length),
    isPartOfNumber: false,
  });
  return { segment, count: found.ranges.length, score };
}

/**
 * Sections that hold all groups though none of their segments does: every segment of such a section with
 * one of the words, in document order.
 */
export function* findSections(
  pack: SearchedPack,
  wanted: Wanted,
): Generator<void, readonly Match[]> {
  const { segments } = pack;
  const sectionOf = (segment: number): number =>
    segments.documentOf(segment) * MOST_SECTIONS + segments.sectionOf(segment);
  const perGroup: (readonly Match[])[] = [];
  let together: ReadonlySet<number> | null = null;
  for (const group of wanted.groups) {
    const matches = yield* findSegments(pack, { groups: [group], excluded: wanted.excluded });
    const held = new Set<number>();
    for (const [step, { segment }] of matches.entries()) {
      if (step % MATCHES_A_STEP === 0) yield;
      const section = sectionOf(segment);
      if (together === null || together.has(section)) held.add(section);
    }
    together = held;
    perGroup.push(matches);
    if (held.size === 0) return [];
  }
  let listed: readonly number[] = [];
  for (const matches of perGroup) {
    const own: number[] = [];
    for (const [step, { segment }] of matches.entries()) {
      if (step % MATCHES_A_STEP === 0) yield;
      if (together?.has(sectionOf(segment)) === true) own.push(segment);
    }
    listed = yield* uniteAscending(listed, own);
  }
  const any = [wanted.groups.flat()];
  const found: Match[] = [];
  for (const [step, segment] of listed.entries()) {
    if (step % SEGMENTS_A_STEP === 0) yield;
    const match = matchGroups(pack, segment, segments.keyOf(segment), any);
    if (match !== null) found.push(match);
  }
  return found;
}

/** Segments whose text holds the symbols as they stand; the score is the document order's. */
export function* findLiteral(
  pack: SearchedPack,
  literal: string,
): Generator<void, readonly Match[]> {
  const matches: Match[] = [];
  const { segments, text } = pack;
  for (let segment = 0; segment < segments.segmentCount; segment += 1) {
    if (segment % SEGMENTS_A_STEP === 0) yield;
    const document = text.textOf(segments.documentOf(segment));
    const own = document.slice(segments.startOf(segment), segments.endOf(segment));
    const count = countOccurrences(own, literal);
    if (count > 0) matches.push({ segment, count, score: 0 });
  }
  return matches;
}
