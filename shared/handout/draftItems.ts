// A first draft from marks: one heading a document or tag, the marks below it in reading order.

import type { Annotation, Tag } from '../domain/annotation.ts';
import type { Document } from '../domain/document.ts';
import type { HandoutItem } from '../domain/handout.ts';
import { handoutItemIdSchema } from '../domain/ids.ts';

type Draft = {
  readonly annotations: readonly Annotation[];
  /** A random UUID for each item. */
  readonly newId: () => string;
};

/** The excerpt of a mark; null for a note that is about no passage. */
export function excerptOf(annotation: Annotation, newId: () => string): HandoutItem | null {
  if (annotation.target.kind !== 'passage') return null;
  return {
    id: handoutItemIdSchema.parse(newId()),
    kind: 'excerpt',
    anchor: annotation.target.anchor,
    annotationId: annotation.id,
    editedQuote: null,
    withNote: annotation.note !== '',
  };
}

/** All marks under the short titles of their documents, in the order of the pack. */
export function draftByDocument(draft: Draft, documents: readonly Document[]): HandoutItem[] {
  return documents.flatMap((document) =>
    group(draft, documents, {
      title: document.shortTitle,
      belongs: (annotation) => documentOf(annotation) === document.id,
    }),
  );
}

/** All tagged marks under their tags, document by document; a mark with two tags stands under both. */
export function draftByTag(
  draft: Draft,
  tags: readonly Tag[],
  documents: readonly Document[],
): HandoutItem[] {
  return tags.flatMap((tag) =>
    group(draft, documents, {
      title: tag.name,
      belongs: (annotation) => annotation.tagIds.includes(tag.id),
    }),
  );
}

type Group = {
  readonly title: string;
  readonly belongs: (annotation: Annotation) => boolean;
};

function group(
  { annotations, newId }: Draft,
  documents: readonly Document[],
  { title, belongs }: Group,
): HandoutItem[] {
  const rank = (annotation: Annotation): number =>
    documents.findIndex(({ id }) => id === documentOf(annotation));
  const excerpts = annotations
    .filter(belongs)
    .toSorted((one, other) => rank(one) - rank(other) || startOf(one) - startOf(other))
    .map((annotation) => excerptOf(annotation, newId))
    .filter((item) => item !== null);
  if (excerpts.length === 0) return [];
  const id = handoutItemIdSchema.parse(newId());
  return [{ id, kind: 'heading', level: 1, text: title, minutes: null }, ...excerpts];
}

function documentOf({ target }: Annotation): string | null {
  return target.kind === 'passage' ? target.anchor.documentId : null;
}

function startOf({ target }: Annotation): number {
  return target.kind === 'passage' ? target.anchor.start : 0;
}
