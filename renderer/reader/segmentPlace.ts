import type { Segment } from '../../shared/domain/segment.ts';
import type { AnnotationMarkType } from './SegmentText.tsx';
import type { TextSpan } from './textSpan.ts';

/** What every form of a segment is drawn from. */
export type SegmentViewProps = {
  readonly segment: Segment;
  readonly text: string;
  /** Annotations and hits that touch the segment. */
  readonly spans: readonly TextSpan[];
  readonly AnnotationMark: AnnotationMarkType;
  /** A task of another department than the one the list is filtered to: stays in the page, unseen. */
  readonly isHidden: boolean;
};

/** What ties an element to its place in the document; focusable by the program alone. */
export function segmentPlace({ id, start, end, paragraphNumber, kind }: Segment) {
  return {
    'data-segment': id,
    'data-start': start,
    'data-end': end,
    'data-kind': kind,
    'data-number': paragraphNumber ?? undefined,
    tabIndex: -1,
  };
}
