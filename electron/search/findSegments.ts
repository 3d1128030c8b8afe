// Candidates → verification: which segments hold what the query asks for, how often, and how well.
// Generators, so that whoever drives them decides when to let the window breathe and when to stop.

import { segmentKinds } from '../../shared/domain/segment.ts';
import type { WordGroups } from '../../shared/search/occurrences.ts';
import { countOccurrences, findOccurrences } from '../../shared/search/occurrences.ts';
import { isOneGram, listQueryGrams } from '../../shared/search/grams.ts';
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

/** Segments between two points where a search can be interrupted. */
const SEGMENTS_A_STEP = 128;

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
  const candidates = listCandidates(pack, groups);
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
    if (index % (8 * SEGMENTS_A_STEP) === 0) yield;
    const segment = segments[index] ?? 0;
    matches[index] = { segment, count: counts[index] ?? 1, score: scoreOf(segment) };
  }
  return matches;
}

function listCandidates(pack: SearchedPack, groups: WordGroups): readonly number[] {
  const { grams, segments } = pack;
  if (grams === null) return Array.from({ length: segments.segmentCount }, (_, index) => index);
  const sole: (readonly string[])[] = [];
  const choices: (readonly number[])[] = [];
  for (const group of groups) {
    const [word] = group;
    if (word !== undefined && group.length === 1) sole.push(listQueryGrams(word));
    else choices.push(unite(group.map((one) => grams.propose([listQueryGrams(one)]))));
  }
  if (sole.length > 0) choices.push(grams.propose(sole));
  return choices.reduce(intersect);
}

function unite(lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

function intersect(one: readonly number[], other: readonly number[]): readonly number[] {
  const held = new Set(other);
  return one.filter((segment) => held.has(segment));
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
  const perGroup: (readonly Match[])[] = [];
  for (const group of wanted.groups) {
    perGroup.push(yield* findSegments(pack, { groups: [group], excluded: wanted.excluded }));
  }
  const sectionOf = ({ segment }: Match): string =>
    `${String(pack.segments.documentOf(segment))} ${String(pack.segments.sectionOf(segment))}`;
  const [first, ...others] = perGroup.map((matches) => new Set(matches.map(sectionOf)));
  if (first === undefined || others.length === 0) return [];
  const together = new Set([...first].filter((section) => others.every((set) => set.has(section))));
  const any = [wanted.groups.flat()];
  const segments = new Set(
    perGroup.flatMap((matches) =>
      matches.filter((match) => together.has(sectionOf(match))).map(({ segment }) => segment),
    ),
  );
  return [...segments]
    .sort((one, other) => one - other)
    .flatMap((segment) => {
      const match = matchGroups(pack, segment, pack.segments.keyOf(segment), any);
      return match === null ? [] : [match];
    });
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
