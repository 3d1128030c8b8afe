import { markText } from './composeRows.ts';
import type { PageRequest } from './composePage.ts';
import { rankMatches } from './composePage.ts';
import type { Searched } from './answerQuery.ts';

const SEGMENTS_A_STEP = 32;

export type HitRanges = {
  /** Start and end by turns, in text order and in units of the document's text. */
  readonly offsets: readonly number[];
  /** The query was too long, and only its beginning was used. */
  readonly isCut: boolean;
};

/** Every occurrence that passes the filters, which name one document. Yields where the work may pause. */
export function* listHitRanges(
  searched: Searched,
  request: Omit<PageRequest, 'offset' | 'limit'>,
): Generator<void, HitRanges> {
  const { answer, tally } = yield* rankMatches(searched, request);
  const { segments, text } = searched;
  const offsets: number[] = [];
  for (const [step, { segment }] of tally.kept.entries()) {
    if (step % SEGMENTS_A_STEP === 0) yield;
    const from = segments.startOf(segment);
    // All of it will be read: quicker from the document at once than part by part.
    const document = text.textOf(segments.documentOf(segment));
    const own = document.slice(from, segments.endOf(segment));
    for (const { start, end } of markText(own, answer.marking)) {
      offsets.push(from + start, from + end);
    }
  }
  return { offsets, isCut: answer.query.isCut };
}
