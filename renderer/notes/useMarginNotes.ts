import { useMemo } from 'react';
import type { Annotation } from '../../shared/domain/annotation.ts';
import type { Section } from '../../shared/domain/document.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import type { Surface } from '../text/useSurface.ts';
import type { StandingAnnotation } from './placeAnnotations.ts';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

export type MarginNote = {
  readonly annotation: Annotation;
  /** What it stands level with; empty for a note on a section or a document. */
  readonly range: TextRange;
};

/** The annotations of this document that have something to show: a note, or being open. In text order. */
export function useMarginNotes({ content }: Surface): readonly MarginNote[] {
  const all = useStandingAnnotations();
  const { openAnnotation, openedAt } = useOpenAnnotation();
  return useMemo(() => {
    const sections = new Map(content.sections.map((section) => [section.key, section]));
    return all
      .flatMap((one) => {
        const { annotation } = one;
        const isOpen = annotation.id === openAnnotation;
        if (annotation.note.trim() === '' && !isOpen) return [];
        if (documentOf(one) !== content.document.id) return [];
        const range = rangeOf(one, sections, isOpen ? openedAt : null);
        return range === null ? [] : [{ annotation, range }];
      })
      .toSorted((one, other) => one.range.start - other.range.start);
  }, [all, content, openAnnotation, openedAt]);
}

function documentOf({ annotation: { target }, standing }: StandingAnnotation) {
  if (standing.kind === 'placed') return standing.place.documentId;
  return target.kind === 'section' || target.kind === 'document' ? target.documentId : null;
}

/**
 * A note on a section stands at its heading, one on the document at its beginning; while it is worked on,
 * where the reader was when it was opened, if that lies inside.
 */
function rangeOf(
  { annotation: { target }, standing }: StandingAnnotation,
  sections: ReadonlyMap<Section['key'], Section>,
  openedAt: number | null,
): TextRange | null {
  if (standing.kind === 'placed') return standing.place;
  if (target.kind === 'document') return { start: openedAt ?? 0, end: openedAt ?? 0 };
  const section = target.kind === 'section' ? sections.get(target.sectionKey) : undefined;
  if (section === undefined) return null;
  const isInside = openedAt !== null && section.start <= openedAt && openedAt < section.end;
  const at = isInside ? openedAt : section.start;
  return { start: at, end: at };
}
