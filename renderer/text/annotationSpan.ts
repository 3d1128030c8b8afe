import type { Pigment } from '../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';

/** A mark on the text, in document offsets; what the reader needs to draw it. */
export type AnnotationSpan = {
  readonly start: number;
  readonly end: number;
  readonly id: AnnotationId;
  readonly pigment: Pigment;
  readonly hasNote: boolean;
};
