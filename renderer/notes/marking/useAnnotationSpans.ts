import { useMemo } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { AnnotationSpan } from '../../text/annotationSpan.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';

/** The marks of one document, in text order, for the reader to draw. */
export function useAnnotationSpans(documentId: DocumentId): readonly AnnotationSpan[] {
  const all = useStandingAnnotations();
  return useMemo(
    () =>
      all
        .flatMap(({ annotation: { id, pigment, note }, standing }) =>
          standing.kind === 'placed' && standing.place.documentId === documentId && pigment !== null
            ? [
                {
                  id,
                  pigment,
                  start: standing.place.start,
                  end: standing.place.end,
                  hasNote: note.trim() !== '',
                },
              ]
            : [],
        )
        .toSorted((one, other) => one.start - other.start || one.end - other.end),
    [all, documentId],
  );
}
