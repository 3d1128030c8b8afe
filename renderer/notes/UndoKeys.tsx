import { useStrings } from '../app/useStrings.ts';
import { useShortcuts } from '../app/useShortcuts.ts';
import { useAnnotationActions } from './useAnnotationActions.ts';

/** Undo and redo of everything the reader made, in every room. */
export function UndoKeys() {
  const { notes } = useStrings();
  const { undo, redo } = useAnnotationActions();
  useShortcuts([
    { combo: 'Ctrl+Z', group: 'marking', label: notes.shortcuts.undo, run: () => void undo() },
    {
      combo: 'Ctrl+Shift+Z',
      group: 'marking',
      label: notes.shortcuts.redo,
      run: () => void redo(),
    },
  ]);
  return null;
}
