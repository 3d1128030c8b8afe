import { useCallback } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { AnnotationId, DocumentId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useReadDocument } from '../app/useYandu.ts';
import type { StandingAnnotation } from './placeAnnotations.ts';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

/** Opens an annotation where it stands; what stands nowhere in the text, in the list. */
export function useGoToAnnotation(): (id: AnnotationId) => Promise<void> {
  const { dispatch } = useOpenAnnotation();
  const all = useStandingAnnotations();
  const readDocument = useReadDocument();
  return useCallback(
    async (id) => {
      const found = all.find(({ annotation }) => annotation.id === id);
      if (!found) return;
      const place = await placeOf(found, readDocument);
      if (place === null) dispatch({ kind: 'showTab', tab: 'annotations' });
      else dispatch({ kind: 'go', place, flash: place.end > place.start });
      dispatch({ kind: 'openAnnotation', id });
    },
    [all, dispatch, readDocument],
  );
}

async function placeOf(
  { annotation: { target }, standing }: StandingAnnotation,
  read: (documentId: DocumentId) => Promise<DocumentContent>,
): Promise<Place | null> {
  if (standing.kind === 'placed') return standing.place;
  if (target.kind !== 'section' && target.kind !== 'document') return null;
  const { documentId } = target;
  if (target.kind === 'document') return { documentId, start: 0, end: 0 };
  const { sections } = await read(documentId);
  const start = sections.find(({ key }) => key === target.sectionKey)?.start;
  return start === undefined ? null : { documentId, start, end: start };
}
