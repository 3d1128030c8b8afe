// The same change to many annotations at once: one transaction, one step of the history.

import { changeTime } from '../../../shared/annotationExchange/changeTime.ts';
import type { Annotation, Tag } from '../../../shared/domain/annotation.ts';
import type { HistoryAction } from '../../../shared/domain/historyAction.ts';
import { tagIdSchema, type AnnotationId, type IsoTime } from '../../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';
import type { ManyAnnotationsChange } from '../../../shared/ipc/annotating.ts';
import { findAnnotation, putAnnotation } from '../../db/own/annotation.ts';
import { recordStep } from '../../db/own/history.ts';
import { findTagByName, putTag } from '../../db/own/tag.ts';
import type { FeatureDeps } from '../featureDeps.ts';
import { changeOf } from './changeOf.ts';

type ManyChange = {
  readonly action: HistoryAction;
  readonly change: (annotation: Annotation, at: IsoTime) => Annotation;
  /** Made with the change, and undone with it. */
  readonly newTag?: Tag | null;
};

/** One missing annotation leaves all as they were. */
export function changeMany(
  { db, now }: FeatureDeps,
  ids: readonly AnnotationId[],
  { action, change, newTag = null }: ManyChange,
): Result<null> {
  const at = now();
  const all = [...new Set(ids)].map((id) => findAnnotation(db, id));
  const found = all.filter((annotation) => annotation !== null);
  if (found.length < all.length) return failure('annotation_missing');
  db.transaction(() => {
    if (newTag !== null) putTag(db, newTag);
    const changes = found.map((before) => {
      const time = changeTime(at, before.updatedAt);
      const after = { ...change(before, time), updatedAt: time };
      putAnnotation(db, after);
      return changeOf(before, after);
    });
    const tagChanges =
      newTag === null
        ? []
        : [{ entity: 'tag' as const, id: newTag.id, before: null, after: newTag }];
    recordStep(db, { at, action, changes: [...tagChanges, ...changes] });
  })();
  return ok(null);
}

/** Colour, type or tags of many; a tag that does not exist yet is made in the same step. */
export function changeAllBy(
  deps: FeatureDeps,
  ids: readonly AnnotationId[],
  { action, change }: { readonly action: HistoryAction; readonly change: ManyAnnotationsChange },
): Result<null> {
  const known = change.addTag === undefined ? null : findTagByName(deps.db, change.addTag);
  const newTag =
    change.addTag === undefined || known !== null
      ? null
      : { id: tagIdSchema.parse(deps.newId()), name: change.addTag };
  const tag = known ?? newTag;
  return changeMany(deps, ids, {
    action,
    change: (annotation) => changed(annotation, change, tag),
    newTag,
  });
}

function changed(annotation: Annotation, change: ManyAnnotationsChange, tag: Tag | null) {
  const { pigment, type, removeTagId } = change;
  const kept = annotation.tagIds.filter((tagId) => tagId !== removeTagId && tagId !== tag?.id);
  return {
    ...annotation,
    // A note without a mark stays without a colour.
    pigment: annotation.pigment === null ? null : (pigment ?? annotation.pigment),
    type: type === undefined ? annotation.type : type,
    tagIds: tag === null ? kept : [...kept, tag.id],
  };
}
