import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Annotation, NoteType, Pigment } from '../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import type {
  AnnotationChange,
  ManyAnnotationsChange,
  NewTarget,
} from '../../shared/ipc/annotating.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';

type NewAnnotation = {
  readonly target: NewTarget;
  readonly pigment: Pigment | null;
  readonly type?: NoteType;
};

export type AnnotationActions = {
  readonly create: (made: NewAnnotation) => Promise<Annotation | null>;
  readonly change: (id: AnnotationId, change: AnnotationChange) => Promise<boolean>;
  readonly changeMany: (
    ids: readonly AnnotationId[],
    change: ManyAnnotationsChange,
  ) => Promise<boolean>;
  readonly move: (id: AnnotationId, place: Place, quote: string) => Promise<boolean>;
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

  return useMemo(() => {
    const refresh = (): void => {
      invalidate('listAnnotations', 'listResolutions', 'listBin', 'listTags');
    };
    /** What main just answered is on screen before the list comes anew: a note being typed never flickers. */
    const show = (annotation: Annotation): void => {
      client.setQueryData<readonly Annotation[]>(['listAnnotations', {}], (all) =>
        all === undefined ? all : [...all.filter(({ id }) => id !== annotation.id), annotation],
      );
    };
    const settle = (answer: { readonly ok: boolean }): boolean => {
      refresh();
      return answer.ok;
    };
    const step = async (direction: 'undo' | 'redo'): Promise<void> => {
      const answer = await call(direction, {});
      if (!answer.ok) return;
      refresh();
      invalidate('listHandouts', 'listHandoutBin');
      announce(sentenceOf(direction, answer.value?.action ?? null, notes));
    };
    return {
      create: async ({ target, pigment, type }) => {
        const answer = await call('createAnnotation', {
          target,
          pigment,
          note: '',
          type: type ?? null,
        });
        if (answer.ok) show(answer.value);
        refresh();
        return answer.ok ? answer.value : null;
      },
      change: async (id, change) => {
        const answer = await call('changeAnnotation', { id, change });
        if (answer.ok) show(answer.value);
        return settle(answer);
      },
      changeMany: async (ids, change) =>
        settle(await call('changeAnnotations', { ids: [...ids], change })),
      move: async (id, place, quote) => settle(await call('moveAnnotation', { id, place, quote })),
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
  }, [call, invalidate, client, announce, dispatch, notes]);
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
