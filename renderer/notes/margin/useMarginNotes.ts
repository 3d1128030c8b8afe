import { useMemo } from 'react';
import type { Annotation } from '../../../shared/domain/annotation.ts';
import type { DocumentContent, Section } from '../../../shared/domain/document.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { overlaps, type TextRange } from '../../../shared/domain/place.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import type { Surface } from '../../text/useSurface.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';
import { useReferences, type Reference } from '../writing/useNoteLinks.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';

export type MarginNote = {
  readonly key: string;
  /** What it stands level with; empty for a note on a section or a document. */
  readonly range: TextRange;
  /** Null for a passage without a mark that is linked to, and for a footnote. */
  readonly annotation: Annotation | null;
  /** A footnote, level with its mark. */
  readonly footnote: { readonly marker: string; readonly text: string } | null;
  /** The notes that link to the passage. */
  readonly referrers: readonly AnnotationId[];
};

/**
 * What the margin of a document shows, in text order: annotations with a note, or open, or linked to, and
 * passages without a mark that notes link to.
 */
export function useMarginNotes({ content }: Surface): readonly MarginNote[] {
  const all = useStandingAnnotations();
  const references = useReferences(content.document.id);
  const { openAnnotation, openedAt } = useOpenAnnotation();
  const footnotes = useMemo(() => footnotesOf(content), [content]);
  return useMemo(() => {
    const sections = new Map(content.sections.map((section) => [section.key, section]));
    const own = all.filter((one) => documentOf(one) === content.document.id);
    const annotations = own.flatMap((one): readonly MarginNote[] => {
      const { annotation } = one;
      const isOpen = annotation.id === openAnnotation;
      const range = rangeOf(one, sections, isOpen ? openedAt : null);
      if (range === null) return [];
      const referrers = referrersOf(range, references);
      const isShown = isOpen || annotation.note.trim() !== '' || referrers.length > 0;
      return isShown ? [{ key: annotation.id, range, annotation, referrers, footnote: null }] : [];
    });
    const marked = annotations.filter(({ referrers }) => referrers.length > 0);
    const bare = references
      .filter(({ place }) => !marked.some(({ range }) => overlaps(range, place)))
      .map(({ place: { start, end } }) => ({ start, end }));
    const passages = new Map(
      bare.map((range) => [`${String(range.start)}-${String(range.end)}`, range]),
    );
    const linked = [...passages].map(([key, range]) => ({
      key,
      range,
      annotation: null,
      footnote: null,
      referrers: referrersOf(range, references),
    }));
    return [...annotations, ...linked, ...footnotes].toSorted(
      (one, other) => one.range.start - other.range.start,
    );
  }, [all, content, footnotes, references, openAnnotation, openedAt]);
}

function footnotesOf({ segments, text }: DocumentContent): readonly MarginNote[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return segments.flatMap(({ detail }) =>
    (detail.footnoteMarks ?? []).flatMap(({ marker, offset, footnoteId }) => {
      const note = byId.get(footnoteId);
      if (note === undefined) return [];
      return [
        {
          key: `${footnoteId} ${String(offset)}`,
          range: { start: offset, end: offset },
          annotation: null,
          footnote: { marker, text: text.slice(note.start, note.end) },
          referrers: [],
        },
      ];
    }),
  );
}

function referrersOf(range: TextRange, references: readonly Reference[]): readonly AnnotationId[] {
  const ids = references.flatMap(({ from, place }) => (overlaps(place, range) ? [from] : []));
  return [...new Set(ids)];
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
