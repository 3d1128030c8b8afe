import { useCallback, useEffect, useRef } from 'react';
import type { Panes } from '../../shared/ipc/reading.ts';
import { useBeforeClose } from './useBeforeClose.ts';
import { useWorkspaceStore } from './useWorkspace.ts';
import { useCall } from './useYandu.ts';
import type { Pane, Workspace } from './workspace.ts';

/** A pause in scrolling after which what is on screen is stored, in milliseconds. */
const PAUSE = 600;

/** Keeps what is on screen, one text or two side by side, for the next start. */
export function useKeepPanes(): void {
  const { read, subscribe } = useWorkspaceStore();
  const call = useCall();
  const unsaved = useRef<Panes | null>(null);

  const save = useCallback((): Promise<unknown> | undefined => {
    const panes = unsaved.current;
    unsaved.current = null;
    return panes === null ? undefined : call('savePanes', panes);
  }, [call]);
  useBeforeClose(save);

  // Storing waits for a pause, so that scrolling is not a stream of writes.
  useEffect(() => {
    let kept = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const panes = keptPanes(read());
      const next = JSON.stringify(panes);
      if (panes === null || next === kept) return;
      kept = next;
      unsaved.current = panes;
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE);
    };
    look();
    const unsubscribe = subscribe(look);
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [read, subscribe, save]);
}

function keptPanes({ main, beside }: Workspace): Panes | null {
  const kept = keptPane(main);
  return kept && { main: kept, beside: beside && keptPane(beside) };
}

function keptPane({ documentId, offset }: Pane): Panes['main'] | null {
  return documentId === null ? null : { documentId, offset };
}
