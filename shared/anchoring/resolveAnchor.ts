// Where an annotation stands in another edition. Only byte-equal segments re-attach by themselves;
// anything else is a person's decision, since 公开 fits 可以公开 and 不得公开 alike.

import type { Anchor } from '../domain/annotation.ts';
import type { Place } from '../domain/place.ts';
import type { Edition, EditionDocument, EditionSegment } from './edition.ts';
import { matchQuote } from './matchQuote.ts';
import { tidyRange } from './tidyRange.ts';
import { isWordBorder, wholeWords } from './wholeWords.ts';

export type Proposal = {
  readonly place: Place;
  /** The text at the place, to be shown next to the old quote. */
  readonly text: string;
  /** 0 to 1; never high enough to decide by itself. */
  readonly score: number;
};

export type Resolution =
  | { readonly status: 'unchanged'; readonly place: Place }
  | { readonly status: 'moved'; readonly place: Place }
  | { readonly status: 'changed'; readonly proposal: Proposal }
  | { readonly status: 'gone' };

/** Below this neither the wording nor what stands around it speaks for the passage: less than half of both is there. */
export const LEAST_PROPOSAL_SCORE = 0.5;

/**
 * Resolves `anchor` in `edition`.
 *
 * unchanged: every segment of the quote still stands there with the same hash;
 * moved: the run of segments is byte-equal exactly once elsewhere;
 * changed: something similar is found; gone: nothing is.
 * The text at a place of the first two is always the quote, to the letter.
 */
export function resolveAnchor(anchor: Anchor, edition: Edition): Resolution {
  const own = edition.byId.get(anchor.segmentId);
  if (own !== undefined && opensRun(anchor, own)) {
    const place = placeOfQuote(anchor, own);
    if (place !== null) return { status: 'unchanged', place };
  }
  const [only, ...others] = (edition.byHash.get(anchor.segmentHash) ?? []).filter((first) =>
    opensRun(anchor, first),
  );
  if (only !== undefined && others.length === 0) {
    const place = placeOfQuote(anchor, only);
    if (place !== null) return { status: 'moved', place };
  }
  const proposal = propose(anchor, edition, own);
  return proposal === null ? { status: 'gone' } : { status: 'changed', proposal };
}

/** True where `first` opens a run of segments equal to those of the anchor. */
function opensRun(anchor: Anchor, { document, segment }: EditionSegment): boolean {
  const hashes = [anchor.segmentHash, ...anchor.laterSegmentHashes];
  return hashes.every((hash, n) => document.segments[segment.ord + n]?.hash === hash);
}

/** The quote's place in the run that `first` opens; null where it does not stand there. */
function placeOfQuote(anchor: Anchor, { document, segment }: EditionSegment): Place | null {
  const start = segment.start + (anchor.start - anchor.segmentStart);
  const end = start + anchor.quote.length;
  // An anchor from a file may lie about its hash; the text does not.
  if (document.text.slice(start, end) !== anchor.quote) return null;
  return { documentId: document.id, start, end };
}

/** The nearest first: the segment of the same name, its document, then the others. */
function propose(
  anchor: Anchor,
  edition: Edition,
  own: EditionSegment | undefined,
): Proposal | null {
  if (own !== undefined) {
    const found = proposeIn(anchor, own.document, own.segment.start, own.segment.end);
    if (found !== null) return found;
  }
  const home = edition.documents.find((document) => document.id === anchor.documentId);
  const ordered = [
    ...(home === undefined ? [] : [home]),
    ...edition.documents.filter((document) => document !== home),
  ];
  for (const document of ordered) {
    const found = proposeIn(anchor, document, 0, document.text.length);
    if (found !== null) return found;
  }
  return null;
}

function proposeIn(
  anchor: Anchor,
  document: EditionDocument,
  from: number,
  to: number,
): Proposal | null {
  const match = matchQuote(document.text.slice(from, to), anchor.quote, {
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    expectedStart: anchor.start - from,
  });
  if (match === null || match.score < LEAST_PROPOSAL_SCORE) return null;
  const tidy = tidyRange(document.text, { start: from + match.start, end: from + match.end });
  if (tidy === null) return null;
  const range = wholeWords(document.text, tidy, wholeEnds(anchor));
  return {
    place: { documentId: document.id, ...range },
    text: document.text.slice(range.start, range.end),
    score: match.score,
  };
}

/** Which ends of the quote cut no word: only there a proposal may not cut one either. */
function wholeEnds({ prefix, quote, suffix }: Anchor) {
  const around = `${prefix}${quote}${suffix}`;
  return {
    start: isWordBorder(around, prefix.length),
    end: isWordBorder(around, prefix.length + quote.length),
  };
}
