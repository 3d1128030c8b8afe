import { useCallback, useEffect, useRef } from 'react';
import type { Panes } from '../../shared/ipc/reading.ts';
import { useBeforeClose } from './useBeforeClose.ts';
import { useWorkspace } from './useWorkspace.ts';
import { useCall } from './useYandu.ts';
import type { Pane } from './workspace.ts';

/** A pause in scrolling after which what is on screen is stored, in milliseconds. */
const PAUSE = 600;

/** Keeps what is on screen, one text or two side by side, for the next start. */
export function useKeepPanes(): void {
  const { workspace } = useWorkspace();
  const call = useCall();
  const unsaved = useRef<Panes | null>(null);
  const main = keptPane(workspace.main);
  const beside = workspace.beside && keptPane(workspace.beside);
  const kept = main && JSON.stringify({ main, beside } satisfies Panes);

  const save = useCallback((): Promise<unknown> | undefined => {
    const panes = unsaved.current;
    unsaved.current = null;
    return panes === null ? undefined : call('savePanes', panes);
  }, [call]);
  useBeforeClose(save);

  // Storing waits for a pause, so that scrolling is not a stream of writes.
  useEffect(() => {
    if (main === null) return undefined;
    unsaved.current = { main, beside };
    const timer = setTimeout(() => void save(), PAUSE);
    return () => {
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `kept` says whether the panes changed
  }, [kept, save]);
}

function keptPane({ documentId, offset }: Pane): Panes['main'] | null {
  return documentId === null ? null : { documentId, offset };
}
