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
/** Weights of Hypothesis' matcher: quote 50, prefix 20, suffix 20, position 2. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;

/** The best match of `quote` in `text`, or null when less than half of it is there. */
export function matchQuote(text: string, quote: string, context: QuoteContext): QuoteMatch | null {
  if (quote === '' || text === '') return null;
  const candidates =
    quote.length <= 2 * END_UNITS ? matchWhole(text, quote) : matchByEnds(text, quote);
  return candidates
    .map((candidate) => ({
      start: candidate.start,
      end: candidate.end,
      score: score(text, candidate, context),
    }))
    .reduce<QuoteMatch | null>(
      (best, candidate) => (best !== null && best.score >= candidate.score ? best : candidate),
      null,
    );
}

type Candidate = TextRange & { readonly quoteScore: number };

function matchWhole(text: string, quote: string): readonly Candidate[] {
  const maxErrors = Math.floor(quote.length * (1 - LEAST_QUOTE_SCORE));
  return search(text, quote, maxErrors).map(({ start, end, errors }) => ({
    start,
    end,
    quoteScore: 1 - errors / quote.length,
  }));
}

/** For every place its beginning may stand at, the nearest end behind it that leaves a similar length. */
function matchByEnds(text: string, quote: string): readonly Candidate[] {
  const heads = matchWhole(text, quote.slice(0, END_UNITS));
  const tails = matchWhole(text, quote.slice(-END_UNITS));
  return heads.flatMap((head) => {
    const tail = tails
      .filter((one) => lengthScore(one.end - head.start, quote.length) >= LEAST_QUOTE_SCORE)
      .toSorted((a, b) => distance(a, head, quote.length) - distance(b, head, quote.length))[0];
    if (tail === undefined) return [];
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

function score(text: string, candidate: Candidate, context: QuoteContext): number {
  const before = text.slice(Math.max(0, candidate.start - context.prefix.length), candidate.start);
  const after = text.slice(candidate.end, candidate.end + context.suffix.length);
  const offset = Math.abs(candidate.start - context.expectedStart) / text.length;
  const sum =
    weights.quote * candidate.quoteScore +
    weights.prefix * similarity(before, context.prefix) +
    weights.suffix * similarity(after, context.suffix) +
    weights.position * Math.max(0, 1 - offset);
  return sum / (weights.quote + weights.prefix + weights.suffix + weights.position);
}

/** 1 when `expected` stands in `found`, 0 when nothing of it does; an empty expectation is met. */
function similarity(found: string, expected: string): number {
  if (expected === '') return 1;
  if (found === '') return 0;
  const errors = search(found, expected, expected.length)[0]?.errors ?? expected.length;
  return 1 - errors / expected.length;
}
