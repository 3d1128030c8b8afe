import { useMemo } from 'react';
import type { Resolution } from '../../../shared/anchoring/resolveAnchor.ts';
import type { AnnotationId, DocumentId } from '../../../shared/domain/ids.ts';
import type { Place } from '../../../shared/domain/place.ts';
import { useAnswer } from '../../app/useYandu.ts';

/** A passage that a note links to. */
export type Reference = { readonly from: AnnotationId; readonly place: Place };

/** Where a link leads in the open edition; undefined while its note is not stored yet. */
export function useLinkResolution(address: string): Resolution | undefined {
  const { data: links } = useAnswer('listNoteLinks', {});
  return useMemo(
    () => links?.find((link) => link.address === address)?.resolution,
    [links, address],
  );
}

/** The passages of one document that notes link to. */
export function useReferences(documentId: DocumentId): readonly Reference[] {
  const { data: links } = useAnswer('listNoteLinks', {});
  return useMemo(
    () =>
      (links ?? []).flatMap(({ annotationId: from, resolution }) => {
        if (resolution.status !== 'unchanged' && resolution.status !== 'moved') return [];
        const { place } = resolution;
        return place.documentId === documentId ? [{ from, place }] : [];
      }),
    [links, documentId],
  );
}
