// An annotation on its way between two briefings: tags by name, since ids of tags are each briefing's own.

import type { Annotation } from '../domain/annotation.ts';
import type { AnnotationId, IsoTime } from '../domain/ids.ts';

export type ExchangedAnnotation = Omit<Annotation, 'tagIds' | 'deletedAt'> & {
  /** In code unit order, each once. */
  readonly tags: readonly string[];
};

/** What is known of one annotation: as it is, or that it was deleted. */
export type AnnotationState =
  | { readonly kind: 'live'; readonly annotation: ExchangedAnnotation }
  | { readonly kind: 'deleted'; readonly id: AnnotationId; readonly deletedAt: IsoTime };

/** One reader's annotations on one pack, by id. */
export type AnnotationStates = ReadonlyMap<AnnotationId, AnnotationState>;

export function idOf(state: AnnotationState): AnnotationId {
  return state.kind === 'live' ? state.annotation.id : state.id;
}
