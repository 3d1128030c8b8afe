import type { TextRange } from '../../shared/domain/place.ts';
import type { Segment } from '../../shared/domain/segment.ts';
import { segmentAt } from '../../shared/text/segmentAt.ts';
import type { SpansBySegment } from './spansBySegment.ts';

/**
 * The spans with one hit as the current one. Only the segments it touches get other arrays: a step from hit
 * to hit sorts nothing anew, however many there are.
 */
export function markCurrentHit(
  spans: SpansBySegment,
  segments: readonly Segment[],
  current: TextRange | undefined,
): SpansBySegment {
  if (current === undefined) return spans;
  const marked = new Map(spans);
  for (let index = segmentAt(segments, current.start); index >= 0; index += 1) {
    const segment = segments[index];
    if (!segment || segment.start >= current.end) break;
    const own = spans.get(segment.id)?.map((span) => {
      const isIt = span.kind === 'hit' && span.start === current.start && span.end === current.end;
      return isIt ? { ...span, isCurrent: true } : span;
    });
    if (own !== undefined) marked.set(segment.id, own);
  }
  return marked;
}
