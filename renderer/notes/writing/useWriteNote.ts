import { useCallback } from 'react';
import { flushSync } from 'react-dom';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useChangeSettings } from '../../app/useSettings.ts';
import { focusNote } from './noteFields.ts';
import { useAnnotationActions, type NewAnnotation } from '../useAnnotationActions.ts';

/**
 * Makes an annotation and puts the keyboard into its note before the next key can arrive: what is typed
 * right after N belongs to the note, not to the shortcuts.
 */
export function useWriteNote(): (made: NewAnnotation) => Promise<boolean> {
  const { create } = useAnnotationActions();
  const { dispatch } = useOpenAnnotation();
  const changeSettings = useChangeSettings();
  return useCallback(
    (made) => {
      const { id, isStored } = create(made);
      flushSync(() => {
        // A note on nothing in particular is written in the list.
        if (made.target.kind === 'free') {
          changeSettings({ leftFolded: false });
          dispatch({ kind: 'showTab', tab: 'annotations' });
        }
        dispatch({ kind: 'openAnnotation', id });
      });
      focusNote(id);
      return isStored;
    },
    [create, dispatch, changeSettings],
  );
}
