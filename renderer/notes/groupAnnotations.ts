import type { Document } from '../../shared/domain/document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { StandingAnnotation } from './placeAnnotations.ts';

export type AnnotationGroup = {
  /** Null holds the notes that belong to no document. */
  readonly document: Document | null;
  readonly members: readonly StandingAnnotation[];
};

/**
 * Annotations by document in the pack's order, within it in text order; notes on the whole document
 * first, free notes in a group of their own before all. A document the pack no longer has keeps its
 * annotations in the free group, so that none vanishes.
 */
export function groupAnnotations(
  annotations: readonly StandingAnnotation[],
  documents: readonly Document[],
): readonly AnnotationGroup[] {
  const byDocument = Map.groupBy(annotations, groupOf);
  const known = new Set(documents.map(({ id }) => id));
  const loose = [...byDocument]
    .filter(([id]) => id === null || !known.has(id))
    .flatMap(([, members]) => members);
  const groups = documents.map((document) => ({
    document,
    members: (byDocument.get(document.id) ?? []).toSorted(
      (one, other) =>
        startOf(one) - startOf(other) ||
        one.annotation.createdAt.localeCompare(other.annotation.createdAt),
    ),
  }));
  return [{ document: null, members: loose }, ...groups].filter(
    ({ members }) => members.length > 0,
  );
}

function groupOf({ annotation: { target }, standing }: StandingAnnotation): DocumentId | null {
  if (standing.kind === 'placed' || standing.kind === 'review') return standing.place.documentId;
  if (target.kind === 'free') return null;
  return target.kind === 'passage' ? target.anchor.documentId : target.documentId;
}

function startOf({ annotation: { target }, standing }: StandingAnnotation): number {
  if (standing.kind === 'placed' || standing.kind === 'review') return standing.place.start;
  return target.kind === 'passage' ? target.anchor.start : -1;
}
