import { pigments } from '../../../shared/domain/annotation.ts';
import type { Shortcut } from '../../app/shortcut.ts';
import { useShortcuts } from '../../app/useShortcuts.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useWorkspaceStore, useWorkspaceValue } from '../../app/useWorkspace.ts';
import { extendSelection } from './extendSelection.ts';
import { findNextMark } from './findNextMark.ts';
import { useAnnotationActions } from '../useAnnotationActions.ts';
import type { Marking } from './useMarking.ts';
import { usePigmentName } from './usePigmentName.ts';
import type { Surface } from '../../text/useSurface.ts';

/** Which way and how far each selects on. */
const selecting = [
  ['Shift+ArrowRight', 'forward', 'character'],
  ['Shift+ArrowLeft', 'backward', 'character'],
  ['Alt+Shift+ArrowRight', 'forward', 'word'],
  ['Alt+Shift+ArrowLeft', 'backward', 'word'],
  ['Shift+ArrowDown', 'forward', 'line'],
  ['Shift+ArrowUp', 'backward', 'line'],
] as const;

/** The keys of marking, for the pane one is in. */
export function useMarkingShortcuts(surface: Surface, marking: Marking): void {
  const { notes } = useStrings();
  const labels = notes.shortcuts;
  const { dispatch, read } = useWorkspaceStore();
  const { remove } = useAnnotationActions();
  const pigmentName = usePigmentName();
  const open = useWorkspaceValue((workspace) => workspace.openAnnotation);
  const isActive = useWorkspaceValue((workspace) => workspace.active === surface.side);

  const keys: Omit<Shortcut, 'group'>[] = [
    ...pigments.map((pigment, index) => ({
      combo: String(index + 1),
      label: labels.colour(pigmentName(pigment)),
      run: () => {
        marking.colour(pigment);
      },
    })),
    ...selecting.map(([combo, direction, granularity]) => ({
      combo,
      label: labels.select[granularity],
      run: () => {
        extendSelection(surface, direction, granularity);
      },
    })),
    {
      combo: 'M',
      label: labels.sentence,
      run: () => {
        marking.colour('gamboge');
      },
    },
    { combo: 'Shift+M', label: labels.paragraph, run: marking.markParagraph },
    { combo: 'N', label: labels.note, run: marking.note },
    { combo: 'Shift+N', label: notes.newSectionNote, run: marking.noteOnSection },
    { combo: 'Alt+N', label: notes.newDocumentNote, run: marking.noteOnDocument },
    { combo: 'Alt+Shift+N', label: notes.newFreeNote, run: marking.freeNote },
    { combo: 'H', label: labels.handout, run: marking.addToHandout },
    { combo: 'C', label: labels.copy, run: marking.copy },
    { combo: 'L', label: notes.copyLink, run: marking.copyLink },
    { combo: 'Shift+L', label: notes.linkInNote, run: marking.linkInNote },
    { combo: '.', label: labels.next, run: () => dispatchStep(1) },
    { combo: ',', label: labels.previous, run: () => dispatchStep(-1) },
    {
      combo: 'Delete',
      label: labels.remove,
      run: () => {
        if (open !== null) void remove([open]);
      },
    },
    {
      combo: 'Escape',
      label: labels.close,
      run: () => {
        dispatch({ kind: 'openAnnotation', id: null });
      },
    },
  ];
  useShortcuts(isActive ? keys.map((key) => ({ ...key, group: 'marking' as const })) : []);

  /** Focus goes to the next mark in the text, opened, so that a screen reader reads it. */
  function dispatchStep(step: 1 | -1): void {
    surface.complete();
    const next = findNextMark(surface, read().openAnnotation, step);
    if (next === null) return;
    next.element.scrollIntoView({ block: 'center' });
    next.element.focus();
    dispatch({ kind: 'openAnnotation', id: next.id });
  }
}
