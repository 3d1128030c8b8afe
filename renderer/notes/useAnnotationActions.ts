import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Annotation, NoteType, Pigment } from '../../shared/domain/annotation.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { annotationIdSchema, isoTimeSchema, type AnnotationId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import type { Result } from '../../shared/domain/result.ts';
import type {
  AnnotationChange,
  ManyAnnotationsChange,
  NewTarget,
} from '../../shared/ipc/annotating.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStoreAll } from '../app/useBeforeClose.ts';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { draftAnnotation } from './marking/draftAnnotation.ts';

export type NewAnnotation = {
  readonly target: NewTarget;
  readonly pigment: Pigment | null;
  readonly type?: NoteType;
};

type Creation = { readonly id: AnnotationId; readonly isStored: Promise<boolean> };

export type AnnotationActions = {
  /** On screen at once, under the id it gives; `isStored` once main has committed it. */
  readonly create: (made: NewAnnotation) => Creation;
  readonly change: (id: AnnotationId, change: AnnotationChange) => Promise<boolean>;
  readonly changeMany: (
    ids: readonly AnnotationId[],
    change: ManyAnnotationsChange,
  ) => Promise<boolean>;
  readonly move: (id: AnnotationId, place: Place, quote: string) => Promise<boolean>;
  /** Turns a proposal down; looks for a passage anew. */
  readonly setAside: (id: AnnotationId) => Promise<void>;
  readonly seek: (id: AnnotationId) => Promise<void>;
  readonly remove: (ids: readonly AnnotationId[]) => Promise<boolean>;
  readonly restore: (ids: readonly AnnotationId[]) => Promise<boolean>;
  readonly erase: (ids: readonly AnnotationId[]) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
};

/** Everything one can do to annotations; what is on screen asks anew after each. */
export function useAnnotationActions(): AnnotationActions {
  const call = useCall();
  const invalidate = useInvalidate();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { dispatch } = useOpenAnnotation();
  const { notes } = useStrings();
  const storeAll = useStoreAll();

  return useMemo(() => {
    const refresh = (): void => {
      invalidate(
        'listAnnotations',
        'listResolutions',
        'listNoteLinks',
        'listBin',
        'listTags',
        'listAllowedFormats',
      );
    };
    /** One annotation as it is now; of thousands of others nothing needs to be asked. */
    const show = (annotation: Annotation): void => {
      client.setQueryData<readonly Annotation[]>(['listAnnotations', {}], (all) => {
        if (all === undefined) return all;
        const index = all.findIndex(({ id }) => id === annotation.id);
        return index === -1 ? [...all, annotation] : all.with(index, annotation);
      });
    };
    /** One answer of main to one annotation; a failure may have left anything, so that all is asked anew. */
    const settleOne = (answer: Result<Annotation>): boolean => {
      if (answer.ok) show(answer.value);
      else refresh();
      return answer.ok;
    };
    const settle = (answer: { readonly ok: boolean }): boolean => {
      refresh();
      return answer.ok;
    };
    const step = async (direction: 'undo' | 'redo'): Promise<void> => {
      // What was typed a moment ago is a step too: undone by this, and not stored over it afterwards.
      await storeAll();
      const answer = await call(direction, {});
      if (!answer.ok) return;
      refresh();
      invalidate('listHandouts', 'listHandoutBin');
      announce(sentenceOf(direction, answer.value?.action ?? null, notes));
    };
    return {
      create: ({ target, pigment, type: given }) => {
        const id = annotationIdSchema.parse(crypto.randomUUID());
        const type = given ?? null;
        const stored = call('createAnnotation', { id, target, pigment, note: '', type });
        const draft = draftOf(client, { id, target, pigment, type });
        if (draft !== null) show(draft);
        return { id, isStored: stored.then(settleOne) };
      },
      change: async (id, change) => {
        const isDone = settleOne(await call('changeAnnotation', { id, change }));
        if (change.note !== undefined) invalidate('listNoteLinks');
        return isDone;
      },
      changeMany: async (ids, change) =>
        settle(await call('changeAnnotations', { ids: [...ids], change })),
      move: async (id, place, quote) => {
        const isDone = settleOne(await call('moveAnnotation', { id, place, quote }));
        // A mark made on another edition now stands in this one.
        invalidate('listResolutions');
        return isDone;
      },
      setAside: async (id) => {
        const answer = await call('setAside', { id });
        invalidate('listResolutions');
        if (answer.ok) announce(notes.setAsideToast);
      },
      seek: async (id) => {
        const answer = await call('seekAgain', { id });
        invalidate('listResolutions');
        if (answer.ok) announce(answer.value.isFound ? notes.foundAgain : notes.notFoundAgain);
      },
      remove: async (ids) => {
        const isDone = settle(await call('deleteAnnotations', { ids: [...ids] }));
        if (isDone) announce(notes.deletedToast(ids.length));
        dispatch({ kind: 'openAnnotation', id: null });
        return isDone;
      },
      restore: async (ids) => settle(await call('restoreAnnotations', { ids: [...ids] })),
      erase: async (ids) => settle(await call('eraseAnnotations', { ids: [...ids] })),
      undo: () => step('undo'),
      redo: () => step('redo'),
    };
  }, [call, invalidate, client, announce, dispatch, notes, storeAll]);
}

/** The new annotation from what the window already has of text, pack and settings. */
function draftOf(
  client: QueryClient,
  made: Pick<Annotation, 'id' | 'pigment' | 'type'> & { readonly target: NewTarget },
): Annotation | null {
  const state = client.getQueryData<AppState>(['getAppState', {}]);
  if (state === undefined) return null;
  const documentId = made.target.kind === 'passage' ? made.target.place.documentId : null;
  return draftAnnotation({
    ...made,
    content: client.getQueryData<DocumentContent>(['getDocument', { documentId }]),
    packVersion: state.pack.version,
    author: state.settings.author,
    at: isoTimeSchema.parse(new Date().toISOString()),
  });
}

function sentenceOf(
  direction: 'undo' | 'redo',
  action: keyof ReturnType<typeof useStrings>['notes']['actions'] | null,
  notes: ReturnType<typeof useStrings>['notes'],
): string {
  if (action === null) return direction === 'undo' ? notes.nothingToUndo : notes.nothingToRedo;
  const name = notes.actions[action];
  return direction === 'undo' ? notes.undone(name) : notes.redone(name);
}
