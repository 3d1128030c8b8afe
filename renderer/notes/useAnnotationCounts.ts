import { useMemo } from 'react';
import type { Section } from '../../shared/domain/document.ts';
import type { DocumentId, SectionKey } from '../../shared/domain/ids.ts';
import { countBySection } from './countBySection.ts';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

type AnnotationCounts = {
  /** Of all documents. */
  readonly total: number;
  /** Of one document: in each section with everything below it. */
  readonly bySection: ReadonlyMap<SectionKey, number>;
};

/** How many annotations there are, for the tab and the outline. */
export function useAnnotationCounts(
  documentId: DocumentId | null,
  sections: readonly Section[],
): AnnotationCounts {
  const all = useStandingAnnotations();
  return useMemo(() => {
    const byKey = new Map(sections.map((section) => [section.key, section]));
    const offsets = all.flatMap(({ annotation: { target }, standing }) => {
      if (standing.kind === 'placed' && standing.place.documentId === documentId) {
        return [standing.place.start];
      }
      if (target.kind !== 'section' || target.documentId !== documentId) return [];
      const section = byKey.get(target.sectionKey);
      return section ? [section.start] : [];
    });
    return { total: all.length, bySection: countBySection(sections, offsets) };
  }, [all, documentId, sections]);
}
