// Tags: words of the reader's own on annotations.

import { changeTime } from '../../shared/annotationExchange/changeTime.ts';
import type { Annotation, Tag } from '../../shared/domain/annotation.ts';
import { tagIdSchema, type IsoTime, type TagId } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { annotatingChannels } from '../../shared/ipc/annotating.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import { listAnnotationsWithTag, putAnnotation } from '../db/own/annotation.ts';
import { recordStep, type HistoryChange } from '../db/own/history.ts';
import { findTag, findTagByName, listTags, putTag, removeTag } from '../db/own/tag.ts';
import type { FeatureDeps } from './featureDeps.ts';

type TagHandlers = Pick<
  Handlers<typeof annotatingChannels>,
  'listTags' | 'createTag' | 'renameTag' | 'deleteTag'
>;

export function createTaggingHandlers(deps: FeatureDeps): TagHandlers {
  return {
    listTags: () => ok(listTags(deps.db)),
    createTag: ({ name }) => ok(createTag(deps, name)),
    renameTag: ({ id, name }) => renameTag(deps, id, name),
    deleteTag: ({ id }) => deleteTag(deps, id),
  };
}

/** The tag of that name, made if there is none. */
function createTag({ db, now, newId }: FeatureDeps, name: string): Tag {
  const existing = findTagByName(db, name);
  if (existing !== null) return existing;
  const tag: Tag = { id: tagIdSchema.parse(newId()), name };
  db.transaction(() => {
    putTag(db, tag);
    recordStep(db, { at: now(), action: 'create_tag', changes: [tagChange(tag.id, null, tag)] });
  })();
  return tag;
}

/** Renames a tag; onto the name of another one, its annotations go over to that one. */
function renameTag(deps: FeatureDeps, id: TagId, name: string): Result<Tag> {
  const { db, now } = deps;
  const tag = findTag(db, id);
  if (tag === null) return failure('tag_missing');
  const other = findTagByName(db, name);
  if (other?.id === id) return ok(tag);
  if (other !== null) {
    replaceTag(deps, tag, other);
    return ok(other);
  }
  const renamed: Tag = { id, name };
  const at = now();
  db.transaction(() => {
    putTag(db, renamed);
    const changes = [
      tagChange(id, tag, renamed),
      // Exports carry tags by name: whoever bears it is another state from now on.
      ...changeBearers(db, id, at, (tagIds) => tagIds),
    ];
    recordStep(db, { at, action: 'rename_tag', changes });
  })();
  return ok(renamed);
}

function deleteTag(deps: FeatureDeps, id: TagId): Result<null> {
  const tag = findTag(deps.db, id);
  if (tag === null) return failure('tag_missing');
  replaceTag(deps, tag, null);
  return ok(null);
}

/** Takes a tag away and puts another one, if any, in its place on every annotation, those in the bin too. */
function replaceTag({ db, now }: FeatureDeps, tag: Tag, replacement: Tag | null): void {
  const at = now();
  db.transaction(() => {
    const changes = changeBearers(db, tag.id, at, (tagIds) => {
      const rest = tagIds.filter((id) => id !== tag.id && id !== replacement?.id);
      return replacement === null ? rest : [...rest, replacement.id];
    });
    removeTag(db, tag.id);
    recordStep(db, {
      at,
      action: replacement === null ? 'delete_tag' : 'rename_tag',
      changes: [...changes, tagChange(tag.id, tag, null)],
    });
  })();
}

/** Changes the tags of all that bear one; answers what changed. Call inside a transaction. */
function changeBearers(
  db: FeatureDeps['db'],
  tagId: TagId,
  at: IsoTime,
  change: (tagIds: readonly TagId[]) => readonly TagId[],
): readonly HistoryChange[] {
  return listAnnotationsWithTag(db, tagId).map((before): HistoryChange => {
    const updatedAt = changeTime(at, before.updatedAt);
    const after: Annotation = { ...before, tagIds: change(before.tagIds), updatedAt };
    putAnnotation(db, after);
    return { entity: 'annotation', id: before.id, before, after };
  });
}

function tagChange(id: TagId, before: Tag | null, after: Tag | null): HistoryChange {
  return { entity: 'tag', id, before, after };
}
