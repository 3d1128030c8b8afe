import type { Annotation, NoteType, Pigment } from '../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';

/** What the shelf shows; null lets everything pass. */
export type ExcerptFilter = {
  readonly documentId: string | null;
  readonly pigment: Pigment | null;
  readonly type: NoteType | null;
  readonly tagId: string | null;
  readonly isUnusedOnly: boolean;
};

export const noFilter: ExcerptFilter = {
  documentId: null,
  pigment: null,
  type: null,
  tagId: null,
  isUnusedOnly: false,
};

export function passesFilter(
  annotation: Annotation,
  filter: ExcerptFilter,
  used: ReadonlySet<AnnotationId>,
): boolean {
  const { target } = annotation;
  const documentId = target.kind === 'passage' ? target.anchor.documentId : null;
  return (
    (filter.documentId === null || documentId === filter.documentId) &&
    (filter.pigment === null || annotation.pigment === filter.pigment) &&
    (filter.type === null || annotation.type === filter.type) &&
    (filter.tagId === null || annotation.tagIds.some((id) => id === filter.tagId)) &&
    !(filter.isUnusedOnly && used.has(annotation.id))
  );
}
