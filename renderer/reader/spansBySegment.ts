import type { TextRange } from '../../shared/domain/place.ts';
import type { Segment } from '../../shared/domain/segment.ts';
import { segmentAt } from '../../shared/text/segmentAt.ts';
import type { AnnotationSpan } from '../text/annotationSpan.ts';
import type { TextSpan } from './textSpan.ts';

export type SpansBySegment = ReadonlyMap<Segment['id'], readonly TextSpan[]>;

/**
 * Sorts annotations and hits to the segments they touch. A segment whose spans are as before gets the
 * very array it had, so that only changed segments are drawn again.
 */
export function spansBySegment(
  segments: readonly Segment[],
  annotations: readonly AnnotationSpan[],
  hits: readonly TextRange[],
  currentHit: number | null,
  previous: SpansBySegment,
): SpansBySegment {
  const found = new Map<Segment['id'], TextSpan[]>();
  const add = (span: TextSpan): void => {
    for (let index = segmentAt(segments, span.start); index >= 0; index += 1) {
      const segment = segments[index];
      if (!segment || segment.start >= span.end) return;
      const spans = found.get(segment.id);
      if (spans) spans.push(span);
      else found.set(segment.id, [span]);
    }
  };
  for (const annotation of annotations) {
    add({ kind: 'annotation', start: annotation.start, end: annotation.end, annotation });
  }
  hits.forEach((hit, index) => {
    add({ kind: 'hit', start: hit.start, end: hit.end, isCurrent: index === currentHit });
  });

  return new Map(
    [...found].map(([id, spans]) => {
      const before = previous.get(id);
      return [id, before && isSame(before, spans) ? before : spans];
    }),
  );
}

function isSame(one: readonly TextSpan[], other: readonly TextSpan[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}
