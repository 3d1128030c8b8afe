// Every occurrence as a hit of its own, best segment first, for tools.

import type { SegmentId } from '../../shared/domain/ids.ts';
import type { SegmentKind } from '../../shared/domain/segment.ts';
import { excerptAround } from '../../shared/search/excerptAround.ts';
import { takeBest } from '../../shared/search/takeBest.ts';
import type { Searched } from './answerQuery.ts';
import type { PageRequest } from './composePage.ts';
import { rankMatches } from './composePage.ts';
import { composeRows, markText, segmentTextOf } from './composeRows.ts';

export type Hit = {
  /** File name of the source. */
  readonly source: string;
  readonly document: string;
  readonly path: readonly string[];
  readonly kind: SegmentKind;
  readonly segmentId: SegmentId;
  /** The whole segment. */
  readonly text: string;
  /** Range of the occurrence in `text`, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
};

/** The best `limit` occurrences, the number of all of them, and whether the query was too long to use all of it. */
export function* listHits(
  searched: Searched,
  request: Omit<PageRequest, 'offset'>,
): Generator<
  void,
  { readonly total: number; readonly hits: readonly Hit[]; readonly isCut: boolean }
> {
  const { answer, tally } = yield* rankMatches(searched, request);
  const hits: Hit[] = [];
  for (const match of yield* takeBest(tally.kept, 0, request.limit)) {
    if (hits.length >= request.limit) break;
    const { segment } = match;
    const document = searched.text.documents[searched.segments.documentOf(segment)];
    const text = segmentTextOf(searched, segment);
    const rows = composeRows(searched, match, answer.marking);
    const [row] = rows;
    if (document === undefined || row === undefined) continue;
    for (const mark of markText(text, answer.marking)) {
      if (hits.length >= request.limit) break;
      hits.push({
        source: document.sourceName,
        document: document.title,
        path: row.path,
        kind: row.segmentKind,
        segmentId: row.segmentId,
        text,
        start: mark.start,
        end: mark.end,
        excerpt: excerptOf(text, mark),
      });
    }
    yield;
  }
  return { total: tally.total, hits, isCut: answer.query.isCut };
}

function excerptOf(text: string, mark: { readonly start: number; readonly end: number }): string {
  const { text: shown, cutBefore, cutAfter } = excerptAround(text, [mark]);
  return `${cutBefore ? '…' : ''}${shown}${cutAfter ? '…' : ''}`;
}
