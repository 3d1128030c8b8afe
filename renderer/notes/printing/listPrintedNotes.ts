import type { Annotation } from '../../../shared/domain/annotation.ts';
import type { DocumentContent, Section } from '../../../shared/domain/document.ts';
import { overlaps, type TextRange } from '../../../shared/domain/place.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';

type About =
  | { readonly kind: 'passage'; readonly quote: string }
  | { readonly kind: 'section'; readonly title: string }
  | { readonly kind: 'document' };

/** A note on paper, under the text it belongs to. */
export type PrintedNote = {
  readonly annotation: Annotation;
  readonly about: About;
  /** Printed at the end of its passage too; null where it is on none. */
  readonly number: number | null;
};

type PrintedContent = Pick<DocumentContent, 'document' | 'sections' | 'text'>;
type Found = TextRange & { readonly about: About };

/**
 * The notes that are printed with a part of a document, in text order: on its passages, its sections, and on the
 * document where all of it is printed. What only its reader is to see stays off paper.
 */
export function listPrintedNotes(
  all: readonly StandingAnnotation[],
  content: PrintedContent,
  part: TextRange,
): readonly PrintedNote[] {
  const sections = new Map(content.sections.map((section) => [section.key, section]));
  let number = 0;
  return all
    .flatMap((one) => {
      const { note, isPrivate } = one.annotation;
      const found = note.trim() === '' || isPrivate ? null : placeOf(one, content, sections);
      return found !== null && isIn(found, content, part)
        ? [{ annotation: one.annotation, ...found }]
        : [];
    })
    .toSorted((one, other) => one.start - other.start || one.end - other.end)
    .map(({ annotation, about }) => {
      if (about.kind !== 'passage') return { annotation, about, number: null };
      number += 1;
      return { annotation, about, number };
    });
}

/** Null in another document, and for what stands nowhere in this edition. */
function placeOf(
  { annotation: { target }, standing }: StandingAnnotation,
  { document, text }: PrintedContent,
  sections: ReadonlyMap<Section['key'], Section>,
): Found | null {
  if (standing.kind === 'placed') {
    const { documentId, start, end } = standing.place;
    if (documentId !== document.id) return null;
    return { start, end, about: { kind: 'passage', quote: text.slice(start, end) } };
  }
  if (target.kind === 'document' && target.documentId === document.id) {
    return { start: -1, end: -1, about: { kind: 'document' } };
  }
  if (target.kind !== 'section' || target.documentId !== document.id) return null;
  const section = sections.get(target.sectionKey);
  if (section === undefined) return null;
  const { start, title } = section;
  return { start, end: start, about: { kind: 'section', title } };
}

function isIn({ start, end, about }: Found, { text }: PrintedContent, part: TextRange): boolean {
  if (about.kind === 'document') return part.start === 0 && part.end === text.length;
  if (about.kind === 'section') return part.start <= start && start < part.end;
  return overlaps({ start, end }, part);
}
