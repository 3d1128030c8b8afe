// The briefing's annotations as the states that files are merged by, and back.

import {
  idOf,
  type AnnotationState,
  type AnnotationStates,
  type ExchangedAnnotation,
} from '../../../shared/annotationExchange/exchangedAnnotation.ts';
import type { Annotation, Tag } from '../../../shared/domain/annotation.ts';
import type { AnnotationId, IsoTime, TagId } from '../../../shared/domain/ids.ts';
import { findAnnotation, listAnnotations, listBin, putAnnotation } from './annotation.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import type { HistoryChange } from './history.ts';
import { findTagByName, listTags, putTag } from './tag.ts';

/** Everything known: what is there, what rests in the bin, and what has left it. */
export function loadStates(db: BriefingDb): AnnotationStates {
  const names = new Map(listTags(db).map(({ id, name }) => [id, name]));
  const gone = db
    .prepare<[], { readonly id: AnnotationId; readonly deletedAt: IsoTime }>(
      `SELECT annotation_id AS id, deleted_at AS deletedAt FROM tombstone ORDER BY annotation_id`,
    )
    .all()
    .map(({ id, deletedAt }): AnnotationState => ({ kind: 'deleted', id, deletedAt }));
  // Deleted twice, an annotation is known by its last deletion: the bin comes after the tombstones.
  const all = [
    ...gone,
    ...listBin(db).map((one) => stateOf(one, names)),
    ...listAnnotations(db).map((one) => stateOf(one, names)),
  ];
  return new Map(all.map((state) => [idOf(state), state]));
}

function stateOf(annotation: Annotation, names: ReadonlyMap<TagId, string>): AnnotationState {
  const { tagIds, deletedAt, ...rest } = annotation;
  if (deletedAt !== null) return { kind: 'deleted', id: annotation.id, deletedAt };
  const tags = tagIds.flatMap((id) => names.get(id) ?? []).toSorted();
  return { kind: 'live', annotation: { ...rest, tags } };
}

/**
 * Writes one merged state at the time `at`. Answers what changed, for the history; a deletion of what was never here
 * leaves a tombstone alone. Call inside a transaction.
 */
export function putState(
  db: BriefingDb,
  state: AnnotationState,
  { at, newTagId }: { readonly at: IsoTime; readonly newTagId: () => TagId },
): readonly HistoryChange[] {
  if (state.kind === 'deleted') return putDeletion(db, state, at);
  const { annotation } = state;
  const tags = annotation.tags.map((name) => getTag(db, name, newTagId));
  const before = findAnnotation(db, annotation.id);
  const after = annotationOf(
    annotation,
    tags.map(({ tag }) => tag.id),
  );
  putAnnotation(db, after);
  return [
    ...tags.flatMap(({ tag, isNew }): HistoryChange[] =>
      isNew ? [{ entity: 'tag', id: tag.id, before: null, after: tag }] : [],
    ),
    { entity: 'annotation', id: annotation.id, before, after },
  ];
}

function putDeletion(
  db: BriefingDb,
  { id, deletedAt }: { readonly id: AnnotationId; readonly deletedAt: IsoTime },
  at: IsoTime,
): readonly HistoryChange[] {
  const before = findAnnotation(db, id);
  if (before === null) {
    db.prepare(
      `INSERT INTO tombstone (annotation_id, deleted_at) VALUES (?, ?)
       ON CONFLICT (annotation_id) DO UPDATE SET deleted_at = max(deleted_at, excluded.deleted_at)`,
    ).run(id, deletedAt);
    return [];
  }
  // It rests in the bin from now on, however long ago it was deleted elsewhere.
  const updatedAt = at > deletedAt ? at : deletedAt;
  const after: Annotation = { ...before, updatedAt, deletedAt };
  putAnnotation(db, after);
  return [{ entity: 'annotation', id, before, after }];
}

function annotationOf(exchanged: ExchangedAnnotation, tagIds: readonly TagId[]): Annotation {
  const { id, target, pigment, note, type, isPrivate, author, createdAt, updatedAt } = exchanged;
  const own = { id, target, pigment, note, type, isPrivate, author, createdAt, updatedAt };
  return { ...own, tagIds, deletedAt: null };
}

function getTag(
  db: BriefingDb,
  name: string,
  newTagId: () => TagId,
): { readonly tag: Tag; readonly isNew: boolean } {
  const known = findTagByName(db, name);
  if (known !== null) return { tag: known, isNew: false };
  const tag: Tag = { id: newTagId(), name };
  putTag(db, tag);
  return { tag, isNew: true };
}
