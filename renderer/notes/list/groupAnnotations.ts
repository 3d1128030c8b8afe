import type { Document, Section } from '../../../shared/domain/document.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Place } from '../../../shared/domain/place.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';

export type ListedAnnotation = StandingAnnotation & {
  /** Where a click goes: the passage, the heading of the section, the beginning of the document. */
  readonly place: Place | null;
  /** Of the section that a note is on; null for anything else, and when the pack no longer has it. */
  readonly sectionTitle: string | null;
};

export type SectionGroup = {
  /** Titles from the outermost section inwards; empty before the first heading and for the whole document. */
  readonly path: readonly string[];
  readonly members: readonly ListedAnnotation[];
};

export type AnnotationGroup = {
  /** Null holds the notes that belong to no document. */
  readonly document: Document | null;
  readonly count: number;
  readonly sections: readonly SectionGroup[];
};

/**
 * Annotations by document in the pack's order, within it by section in text order; notes on the whole
 * document first, free notes in a group of their own before all. A document the pack no longer has
 * keeps its annotations in the free group, so that none vanishes.
 */
export function groupAnnotations(
  annotations: readonly StandingAnnotation[],
  documents: readonly Document[],
  sections: readonly Section[],
): readonly AnnotationGroup[] {
  const byDocument = Map.groupBy(annotations, documentOf);
  const outlines = Map.groupBy(sections, ({ documentId }) => documentId);
  const known = new Set(documents.map(({ id }) => id));
  const loose = [...byDocument]
    .filter(([id]) => id === null || !known.has(id))
    .flatMap(([, members]) => members);
  const groups = documents.map((document) => {
    const members = byDocument.get(document.id) ?? [];
    const outline = outlines.get(document.id) ?? [];
    return {
      document,
      count: members.length,
      sections: members.length === 0 ? [] : groupBySection(members, outline),
    };
  });
  const unplaced = loose.map((one) => ({ ...one, place: null, sectionTitle: null }));
  const free = { document: null, count: loose.length, sections: [{ path: [], members: unplaced }] };
  return [free, ...groups].filter(({ count }) => count > 0);
}

/** The document an annotation belongs to; null for a free note. */
export function documentOf({
  annotation: { target },
  standing,
}: StandingAnnotation): DocumentId | null {
  if (standing.kind === 'placed' || standing.kind === 'review') return standing.place.documentId;
  if (target.kind === 'free') return null;
  return target.kind === 'passage' ? target.anchor.documentId : target.documentId;
}

/** One walk along the text: `outline` ascends by start, and a section ends after those within it. */
function groupBySection(
  members: readonly StandingAnnotation[],
  outline: readonly Section[],
): readonly SectionGroup[] {
  const byKey = new Map(outline.map((section) => [section.key, section]));
  const ordered = members
    .map((one) => listed(one, byKey))
    .toSorted(
      (one, other) =>
        startOf(one) - startOf(other) ||
        one.annotation.createdAt.localeCompare(other.annotation.createdAt),
    );
  const groups: { key: string | null; path: string[]; members: ListedAnnotation[] }[] = [];
  let open: readonly Section[] = [];
  let next = 0;
  for (const one of ordered) {
    const start = startOf(one);
    for (let section = outline[next]; section && section.start <= start; section = outline[next]) {
      open = [...open.filter(({ end }) => end > section.start), section];
      next += 1;
    }
    open = open.filter(({ end }) => end > start);
    const key = open.at(-1)?.key ?? null;
    const last = groups.at(-1);
    if (last?.key === key) last.members.push(one);
    else groups.push({ key, path: open.map(({ title }) => title), members: [one] });
  }
  return groups;
}

function listed(
  one: StandingAnnotation,
  sections: ReadonlyMap<Section['key'], Section>,
): ListedAnnotation {
  const { target } = one.annotation;
  if (target.kind === 'section') {
    const section = sections.get(target.sectionKey);
    if (section === undefined) return { ...one, place: null, sectionTitle: null };
    const { documentId, start, title } = section;
    return { ...one, place: { documentId, start, end: start }, sectionTitle: title };
  }
  if (target.kind === 'document') {
    const place = { documentId: target.documentId, start: 0, end: 0 };
    return { ...one, place, sectionTitle: null };
  }
  return {
    ...one,
    place: one.standing.kind === 'placed' ? one.standing.place : null,
    sectionTitle: null,
  };
}

/** Notes on the whole document come before its first character. */
function startOf({ annotation: { target }, standing, place }: ListedAnnotation): number {
  if (standing.kind === 'review') return standing.place.start;
  if (target.kind === 'passage') return place?.start ?? target.anchor.start;
  return target.kind === 'section' ? (place?.start ?? -1) : -1;
}
