// Marks and notes: each function is one thing a reader does, in one transaction with its history step.

import { changeTime } from '../../shared/annotationExchange/changeTime.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import {
  LONGEST_QUOTE,
  type Anchor,
  type Annotation,
  type AnnotationTarget,
} from '../../shared/domain/annotation.ts';
import type { HistoryAction } from '../../shared/domain/historyAction.ts';
import { isoTimeSchema, type AnnotationId, type IsoTime } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import { assertNever, failure, ok, type Result } from '../../shared/domain/result.ts';
import type {
  annotatingChannels,
  AnnotationChange,
  ManyAnnotationsChange,
  NewTarget,
} from '../../shared/ipc/annotating.ts';
import type { Handlers, InputOf } from '../../shared/ipc/channel.ts';
import {
  eraseAnnotation,
  findAnnotation,
  listAnnotations,
  listBin,
  putAnnotation,
} from '../db/own/annotation.ts';
import { dropUnwritten } from '../db/own/dropUnwritten.ts';
import { findDocumentAt, getPackVersion, hasDocument, hasSection } from '../db/own/edition.ts';
import { entityStoresOf } from '../db/own/entityStores.ts';
import { moveInHistory, recordBeginning, recordContinuing, recordStep } from '../db/own/history.ts';
import { ownSettings } from '../db/own/readerSettings.ts';
import { listNoteLinks } from '../db/own/noteLink.ts';
import { listResolutions } from '../db/own/resolution.ts';
import { findTag } from '../db/own/tag.ts';
import { changeAllBy, changeMany } from './annotating/changeMany.ts';
import { changeOf } from './annotating/changeOf.ts';
import { seekAgain, setAside } from './annotating/setAside.ts';
import type { FeatureDeps } from './featureDeps.ts';

type MarkHandlers = Omit<
  Handlers<typeof annotatingChannels>,
  'listTags' | 'createTag' | 'renameTag' | 'deleteTag'
>;

/** Undo reaches a day back, so that it outlives a restart of the window but never surprises next week. */
const UNDO_REACH = 24 * 60 * 60 * 1000;

export function createAnnotatingHandlers(deps: FeatureDeps): MarkHandlers {
  const { db } = deps;
  return {
    listAnnotations: () => ok(listAnnotations(db)),
    setAside: ({ id }) => setAside(deps, id),
    seekAgain: ({ id }) => seekAgain(deps, id),
    leaveNote: ({ id }) => ok({ isDropped: dropUnwritten(db, id) > 0 }),
    listNoteLinks: async () => ok(await listNoteLinks(db)),
    listResolutions: async () => ok(await listResolutions(db)),
    createAnnotation: (input) => createAnnotation(deps, input),
    changeAnnotation: ({ id, change }) => changeAnnotation(deps, id, change),
    changeAnnotations: ({ ids, change }) =>
      changeAllBy(deps, ids, { action: actionOf(change), change }),
    moveAnnotation: ({ id, place, quote }) => moveAnnotation(deps, id, place, quote),
    deleteAnnotations: ({ ids }) =>
      changeMany(deps, ids, {
        action: 'delete_annotations',
        change: (annotation, at) => ({ ...annotation, deletedAt: annotation.deletedAt ?? at }),
      }),
    listBin: () => ok(listBin(db)),
    restoreAnnotations: ({ ids }) =>
      changeMany(deps, ids, {
        action: 'restore_annotations',
        change: (annotation) => ({ ...annotation, deletedAt: null }),
      }),
    eraseAnnotations: ({ ids }) => {
      db.transaction(() => {
        for (const id of ids) eraseAnnotation(db, id);
      })();
      return ok(null);
    },
    undo: () => ok(move(deps, 'undo')),
    redo: () => ok(move(deps, 'redo')),
  };
}

function createAnnotation(
  { db, now }: FeatureDeps,
  { id, target, pigment, note, type }: InputOf<typeof annotatingChannels.createAnnotation>,
): Result<Annotation> {
  // A mark has a colour; what marks no passage has none.
  if ((target.kind === 'passage') !== (pigment !== null)) return failure('input_invalid');
  if (findAnnotation(db, id) !== null) return failure('input_invalid');
  const made = makeTarget(db, target);
  if (!made.ok) return made;
  const at = now();
  const annotation: Annotation = {
    id,
    target: made.value,
    pigment,
    note,
    type,
    isPrivate: false,
    tagIds: [],
    author: authorOf(db),
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
  db.transaction(() => {
    putAnnotation(db, annotation);
    const record = isUnwritten(annotation) ? recordBeginning : recordStep;
    record(db, { at, action: 'create_annotation', changes: [changeOf(null, annotation)] });
  })();
  return ok(annotation);
}

/** A note that is only begun. */
function isUnwritten({ target, note, type }: Annotation): boolean {
  return target.kind !== 'passage' && note === '' && type === null;
}

/** The name in the settings; nobody is asked for one. */
function authorOf(db: FeatureDeps['db']): string | null {
  const name = ownSettings(db).author.trim();
  return name === '' ? null : name;
}

function makeTarget(db: FeatureDeps['db'], target: NewTarget): Result<AnnotationTarget> {
  switch (target.kind) {
    case 'passage': {
      const anchor = anchorAt(db, target.place, target.quote);
      return anchor.ok ? ok({ kind: 'passage', anchor: anchor.value }) : anchor;
    }
    case 'section':
      return hasSection(db, target.documentId, target.sectionKey)
        ? ok(target)
        : failure('place_invalid');
    case 'document':
      return hasDocument(db, target.documentId) ? ok(target) : failure('document_missing');
    case 'free':
      return ok(target);
    default:
      return assertNever(target);
  }
}

/** The anchor of a place, if the text there is the quote to the letter. */
function anchorAt(db: FeatureDeps['db'], place: Place, quote: string): Result<Anchor> {
  if (quote.length > LONGEST_QUOTE) return failure('quote_too_long');
  const document = findDocumentAt(db, place);
  if (document === null) return failure('document_missing');
  const anchor = makeAnchor({ document, packVersion: getPackVersion(db) }, place);
  if (anchor === null) return failure('place_invalid');
  return anchor.quote === quote ? ok(anchor) : failure('quote_mismatch');
}

function changeAnnotation(
  { db, now }: FeatureDeps,
  id: AnnotationId,
  change: AnnotationChange,
): Result<Annotation> {
  const before = findAnnotation(db, id);
  if (before === null || before.deletedAt !== null) return failure('annotation_missing');
  if (change.pigment !== undefined && before.pigment === null) return failure('input_invalid');
  if (change.tagIds?.some((tagId) => findTag(db, tagId) === null)) return failure('tag_missing');
  const at = now();
  const action = actionOf(change);
  const after: Annotation = {
    ...before,
    ...definedPartsOf(change),
    updatedAt: changeTime(at, before.updatedAt),
  };
  db.transaction(() => {
    putAnnotation(db, after);
    const step = { at, action, change: changeOf(before, after) };
    if (action === 'edit_note') recordContinuing(db, step);
    else recordStep(db, { at, action, changes: [step.change] });
  })();
  return ok(after);
}

function definedPartsOf(change: AnnotationChange): Partial<Annotation> {
  const { note, pigment, type, isPrivate, tagIds } = change;
  return {
    ...(note !== undefined && { note }),
    ...(pigment !== undefined && { pigment }),
    ...(type !== undefined && { type }),
    ...(isPrivate !== undefined && { isPrivate }),
    ...(tagIds !== undefined && { tagIds }),
  };
}

function actionOf(change: AnnotationChange | ManyAnnotationsChange): HistoryAction {
  if ('note' in change) return 'edit_note';
  if (change.pigment !== undefined) return 'recolour';
  if (change.type !== undefined) return 'change_type';
  if ('isPrivate' in change) return 'change_privacy';
  return 'change_tags';
}

/** Extends or shrinks a mark, or accepts a proposal: the old anchor goes to the history with the row. */
function moveAnnotation(
  { db, now }: FeatureDeps,
  id: AnnotationId,
  place: Place,
  quote: string,
): Result<Annotation> {
  const before = findAnnotation(db, id);
  if (before === null || before.deletedAt !== null) return failure('annotation_missing');
  if (before.target.kind !== 'passage') return failure('place_invalid');
  const anchor = anchorAt(db, place, quote);
  if (!anchor.ok) return anchor;
  const at = now();
  const after: Annotation = {
    ...before,
    target: { kind: 'passage', anchor: anchor.value },
    updatedAt: changeTime(at, before.updatedAt),
  };
  db.transaction(() => {
    putAnnotation(db, after);
    recordStep(db, { at, action: 'move_annotation', changes: [changeOf(before, after)] });
  })();
  return ok(after);
}

function move({ db, now }: FeatureDeps, direction: 'undo' | 'redo') {
  const at = now();
  const since = isoBefore(at, UNDO_REACH);
  return moveInHistory(db, { direction, at, since, storesOf: entityStoresOf });
}

function isoBefore(time: IsoTime, milliseconds: number): IsoTime {
  return isoTimeSchema.parse(new Date(Date.parse(time) - milliseconds).toISOString());
}
