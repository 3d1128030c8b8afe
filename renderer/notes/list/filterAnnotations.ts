import type { Annotation, NoteType, Pigment } from '../../../shared/domain/annotation.ts';
import type { AnnotationId, DocumentId, TagId } from '../../../shared/domain/ids.ts';
import { foldKey } from '../../../shared/search/fold.ts';
import { findOccurrences } from '../../../shared/search/occurrences.ts';
import { parseQuery } from '../../../shared/search/parseQuery.ts';
import { documentOf } from './groupAnnotations.ts';
import type { Standing, StandingAnnotation } from '../placeAnnotations.ts';

/** Null filters nothing. */
export type AnnotationFilter = {
  readonly documentId: DocumentId | null;
  readonly pigment: Pigment | null;
  readonly type: NoteType | null;
  readonly tagId: TagId | null;
  readonly hasNote: boolean | null;
  readonly isUsed: boolean | null;
  /** Marks whose text has changed (`review`) or is no longer there (`gone`). */
  readonly standing: Extract<Standing['kind'], 'review' | 'gone'> | null;
  /** In the query language of the search. */
  readonly words: string;
};

export const noFilter: AnnotationFilter = {
  documentId: null,
  pigment: null,
  type: null,
  tagId: null,
  hasNote: null,
  isUsed: null,
  standing: null,
  words: '',
};

/** How many of the choices besides the words narrow the list. */
export function countChoices(filter: AnnotationFilter): number {
  const choices = Object.values({ ...filter, words: null });
  return choices.filter((choice) => choice !== null).length;
}

type FilterSource = {
  /** Annotations that stand in a handout. */
  readonly used: ReadonlySet<AnnotationId>;
  /** The folded text that words are looked for in. */
  readonly keyOf: (annotation: Annotation) => string;
  /** What is worked on; null while nothing is. */
  readonly open: AnnotationId | null;
};

/**
 * Those that pass, in the order given. Words are read and found as the search does it. An open note that
 * stands at no passage may be written in the list: it stays there, whatever its words become.
 */
export function filterAnnotations(
  all: readonly StandingAnnotation[],
  filter: AnnotationFilter,
  { used, keyOf, open }: FilterSource,
): readonly StandingAnnotation[] {
  const hasWords = wordTest(filter.words);
  return all.filter((one) => {
    const { annotation, standing } = one;
    const { pigment, type, tagIds, note, id } = annotation;
    if (id === open && standing.kind !== 'placed') return true;
    if (filter.documentId !== null && documentOf(one) !== filter.documentId) return false;
    if (filter.pigment !== null && pigment !== filter.pigment) return false;
    if (filter.type !== null && type !== filter.type) return false;
    if (filter.tagId !== null && !tagIds.includes(filter.tagId)) return false;
    if (filter.hasNote !== null && (note.trim() !== '') !== filter.hasNote) return false;
    if (filter.isUsed !== null && used.has(id) !== filter.isUsed) return false;
    if (filter.standing !== null && standing.kind !== filter.standing) return false;
    return hasWords === null || hasWords(annotation, keyOf);
  });
}

type WordTest = (annotation: Annotation, keyOf: FilterSource['keyOf']) => boolean;

/** Null when the words ask for nothing. A list has no 文件: and 类型: of its own: such words are text. */
function wordTest(words: string): WordTest | null {
  const { groups, excluded, literal } = parseQuery(words, () => false);
  if (literal !== null) return (annotation) => searchedText(annotation).includes(literal);
  if (groups.length === 0 && excluded.length === 0) return null;
  return (annotation, keyOf) => {
    const key = keyOf(annotation);
    if (excluded.some((word) => key.includes(word))) return false;
    return groups.length === 0 || findOccurrences(key, groups) !== null;
  };
}

/** Reads keys once for each annotation as it is; folding thousands at every letter typed would be felt. */
export function createKeyReader(): FilterSource['keyOf'] {
  const keys = new WeakMap<Annotation, string>();
  return (annotation) => {
    const known = keys.get(annotation);
    if (known !== undefined) return known;
    const key = foldKey(searchedText(annotation));
    keys.set(annotation, key);
    return key;
  };
}

function searchedText({ target, note }: Annotation): string {
  return target.kind === 'passage' ? `${target.anchor.quote}\n${note}` : note;
}
