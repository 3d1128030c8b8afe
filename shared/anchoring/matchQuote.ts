// Finds the passage most like a quote. Only ever a proposal for a person: measured on Chinese sentences,
// a changed deadline (三十日 → 六十日) scores 0.92, higher than an innocent rewording.

import search from 'approx-string-match';
import type { TextRange } from '../domain/place.ts';

export type QuoteMatch = TextRange & {
  /** 0 to 1: how much of the quote is there, and of its surroundings. */
  readonly score: number;
};

export type QuoteContext = {
  readonly prefix: string;
  readonly suffix: string;
  /** Where the passage is expected, in units of the searched text; settles ties. */
  readonly expectedStart: number;
};

/** Below this share of the quote, what is found is another sentence. */
const LEAST_QUOTE_SCORE = 0.5;
/** Longer quotes are found by their two ends: matching costs pattern × text / 32. */
const END_UNITS = 192;
/** A text that repeats itself has thousands of beginnings; the nearest so many are looked at. */
const MOST_HEADS = 64;
/** Fewer units than these prove little, since 发展 stands everywhere: a shorter quote is judged with its surroundings. */
const TELLING_UNITS = 24;
/** So much on either side tells the places of a long quote apart that stands twice. */
const LEAST_SIDE = 8;
/** What the expected position weighs, in units of text: enough to settle ties. */
const POSITION_WEIGHT = 1;

/** The best match of `quote` in `text`, or null when less than half of it is there. */
export function matchQuote(text: string, quote: string, context: QuoteContext): QuoteMatch | null {
  if (quote === '' || text === '') return null;
  const sides = sidesOf(quote, context);
  return candidatesOf(text, quote, sides)
    .map((candidate) => ({
      start: candidate.start,
      end: candidate.end,
      score: score(text, quote, candidate, sides),
    }))
    .reduce<QuoteMatch | null>(
      (best, candidate) => (best !== null && best.score >= candidate.score ? best : candidate),
      null,
    );
}

/** What of the surroundings is looked at. */
function sidesOf(quote: string, { prefix, suffix, expectedStart }: QuoteContext): QuoteContext {
  const length = Math.max(LEAST_SIDE, Math.ceil((TELLING_UNITS - quote.length) / 2));
  return { prefix: prefix.slice(-length), suffix: suffix.slice(0, length), expectedStart };
}

type Candidate = TextRange & { readonly quoteScore: number };

function candidatesOf(text: string, quote: string, sides: QuoteContext): readonly Candidate[] {
  if (quote.length > 2 * END_UNITS) return matchByEnds(text, quote, sides.expectedStart);
  const alone = matchWhole(text, quote);
  return quote.length < TELLING_UNITS ? [...alone, ...matchBetween(text, quote, sides)] : alone;
}

/** Between the same words a changed quote is still there, while an equal one elsewhere would hide it. */
function matchBetween(
  text: string,
  quote: string,
  { prefix, suffix }: QuoteContext,
): readonly Candidate[] {
  const around = prefix + quote + suffix;
  return matchWhole(text, around).flatMap((found) => {
    // By as many units as were changed the quote may have shifted, no further.
    const slack = Math.round((1 - found.quoteScore) * around.length);
    const from = Math.max(found.start, found.start + prefix.length - slack);
    const to = Math.min(found.end, found.end - suffix.length + slack);
    return matchWhole(text.slice(from, to), quote).map(({ start, end, quoteScore }) => ({
      start: from + start,
      end: from + end,
      quoteScore,
    }));
  });
}

function matchWhole(text: string, quote: string): readonly Candidate[] {
  const maxErrors = Math.floor(quote.length * (1 - LEAST_QUOTE_SCORE));
  return search(text, quote, maxErrors).map(({ start, end, errors }) => ({
    start,
    end,
    quoteScore: 1 - errors / quote.length,
  }));
}

/** For every place its beginning may stand at, the nearest end behind it that leaves a similar length. */
function matchByEnds(text: string, quote: string, expectedStart: number): readonly Candidate[] {
  const heads = matchWhole(text, quote.slice(0, END_UNITS))
    .toSorted((a, b) => Math.abs(a.start - expectedStart) - Math.abs(b.start - expectedStart))
    .slice(0, MOST_HEADS);
  const tails = matchWhole(text, quote.slice(-END_UNITS));
  return heads.flatMap((head) => {
    const tail = tails
      .filter((one) => lengthScore(one.end - head.start, quote.length) >= LEAST_QUOTE_SCORE)
      .reduce<Candidate | null>(
        (best, one) =>
          best !== null && distance(best, head, quote.length) <= distance(one, head, quote.length)
            ? best
            : one,
        null,
      );
    if (tail === null) return [];
    const quoteScore =
      ((head.quoteScore + tail.quoteScore) / 2) * lengthScore(tail.end - head.start, quote.length);
    return [{ start: head.start, end: tail.end, quoteScore }];
  });
}

function lengthScore(found: number, wanted: number): number {
  return found <= 0 ? 0 : Math.min(found, wanted) / Math.max(found, wanted);
}

function distance(tail: TextRange, head: TextRange, wanted: number): number {
  return Math.abs(tail.end - head.start - wanted);
}

/** Every part counts by its length. */
function score(
  text: string,
  quote: string,
  candidate: Candidate,
  { prefix, suffix, expectedStart }: QuoteContext,
): number {
  const before = text.slice(Math.max(0, candidate.start - prefix.length), candidate.start);
  const after = text.slice(candidate.end, candidate.end + suffix.length);
  const offset = Math.abs(candidate.start - expectedStart) / text.length;
  const sum =
    quote.length * candidate.quoteScore +
    prefix.length * similarity(before, prefix) +
    suffix.length * similarity(after, suffix) +
    POSITION_WEIGHT * Math.max(0, 1 - offset);
  return sum / (quote.length + prefix.length + suffix.length + POSITION_WEIGHT);
}

/** 1 when `expected` stands in `found`, 0 when nothing of it does; an empty expectation is met. */
function similarity(found: string, expected: string): number {
  if (expected === '') return 1;
  if (found === '') return 0;
  const errors = search(found, expected, expected.length)[0]?.errors ?? expected.length;
  return 1 - errors / expected.length;
}
