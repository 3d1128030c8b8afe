import type { DocumentContent } from '../domain/document.ts';
import type { AnnotationId, DocumentId } from '../domain/ids.ts';

/** What a handout is composed from. */
export type ComposeSource = {
  readonly findDocument: (id: DocumentId) => DocumentContent | null;
  /** The note of an annotation, or null where it has none or is gone. */
  readonly findNote: (
    id: AnnotationId,
  ) => { readonly text: string; readonly isPrivate: boolean } | null;
};
