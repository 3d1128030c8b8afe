import type { Annotation, NoteType, Pigment } from '../../shared/domain/annotation.ts';
import type { AnnotationId, DocumentId, TagId } from '../../shared/domain/ids.ts';
import { foldKey } from '../../shared/search/fold.ts';

/** Null filters nothing. */
export type AnnotationFilter = {
  readonly documentId: DocumentId | null;
  readonly pigment: Pigment | null;
  readonly type: NoteType | null;
  readonly tagId: TagId | null;
  readonly hasNote: boolean | null;
  readonly isUsed: boolean | null;
  readonly words: string;
};

export const noFilter: AnnotationFilter = {
  documentId: null,
  pigment: null,
  type: null,
  tagId: null,
  hasNote: null,
  isUsed: null,
  words: '',
};

/** `used` are the annotations that stand in a handout. Every word has to occur in the quote or the note. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  filter: AnnotationFilter,
  used: ReadonlySet<AnnotationId>,
): readonly Annotation[] {
  const words = filter.words
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => foldKey(word));
  return annotations.filter((annotation) => {
    const { pigment, type, tagIds, note, target, id } = annotation;
    if (filter.documentId !== null && documentOf(annotation) !== filter.documentId) return false;
    if (filter.pigment !== null && pigment !== filter.pigment) return false;
    if (filter.type !== null && type !== filter.type) return false;
    if (filter.tagId !== null && !tagIds.includes(filter.tagId)) return false;
    if (filter.hasNote !== null && (note.trim() !== '') !== filter.hasNote) return false;
    if (filter.isUsed !== null && used.has(id) !== filter.isUsed) return false;
    if (words.length === 0) return true;
    const quote = target.kind === 'passage' ? target.anchor.quote : '';
    const text = foldKey(`${quote}\n${note}`);
    return words.every((word) => text.includes(word));
  });
}

/** The document an annotation belongs to; null for a free note. */
function documentOf({ target }: Annotation): DocumentId | null {
  if (target.kind === 'passage') return target.anchor.documentId;
  return target.kind === 'free' ? null : target.documentId;
}
