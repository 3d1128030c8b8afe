import { useShortcuts } from '../app/useShortcuts.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { isReadingShown } from '../app/workspace.ts';
import { BOX_ID, FIND_ID, type FindingStore, type SearchActions } from './searchContext.ts';

/** The keys of searching: in everything, in the text one reads, and from hit to hit. */
export function useSearchShortcuts({
  enterSearch,
  openFinding,
}: Pick<SearchActions, 'enterSearch'> & Pick<FindingStore, 'openFinding'>): void {
  const { search } = useStrings();
  const { dispatch, read } = useWorkspaceStore();
  const step = (by: 1 | -1): void => {
    if (isReadingShown(read())) dispatch({ kind: 'stepHit', step: by });
  };
  useShortcuts([
    {
      combo: 'Ctrl+K',
      group: 'searching',
      label: search.shortcuts.everywhere,
      leavesDialogs: true,
      run: () => {
        enterSearch(document.activeElement);
        focusInput(BOX_ID);
      },
    },
    {
      combo: '/',
      group: 'searching',
      label: search.shortcuts.here,
      run: () => {
        if (!isReadingShown(read())) return;
        openFinding();
        focusInput(FIND_ID);
      },
    },
    {
      combo: 'F3',
      group: 'searching',
      label: search.nextHit,
      run: () => {
        step(1);
      },
    },
    {
      combo: 'Shift+F3',
      group: 'searching',
      label: search.previousHit,
      run: () => {
        step(-1);
      },
    },
  ]);
}

/** Ready to type over what it holds. */
function focusInput(id: string): void {
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}
