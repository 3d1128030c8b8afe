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
  for (const { start, end } of hits) add({ kind: 'hit', start, end, isCurrent: false });

  return new Map(
    [...found].map(([id, spans]) => {
      const before = previous.get(id);
      return [id, before && isSame(before, spans) ? before : spans];
    }),
  );
}

function isSame(one: readonly TextSpan[], other: readonly TextSpan[]): boolean {
  return one.length === other.length && one.every((span, index) => isSameSpan(span, other[index]));
}

/** Of the two kinds that lie over a text; thousands are compared at every mark. */
function isSameSpan(one: TextSpan, other: TextSpan | undefined): boolean {
  if (one.start !== other?.start || one.end !== other.end) return false;
  if (one.kind === 'hit') return other.kind === 'hit' && one.isCurrent === other.isCurrent;
  if (one.kind !== 'annotation' || other.kind !== 'annotation') return false;
  const { id, pigment, hasNote } = one.annotation;
  const { annotation } = other;
  return id === annotation.id && pigment === annotation.pigment && hasNote === annotation.hasNote;
}
