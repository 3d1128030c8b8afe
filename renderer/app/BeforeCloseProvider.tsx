import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { callBridge } from './bridge.ts';
import { BeforeCloseContext, type RegisterBeforeClose } from './useBeforeClose.ts';

/** Answers main's question before closing: waits for every component that has something to store. */
export function BeforeCloseProvider({ children }: { readonly children: ReactNode }) {
  const saves = useRef(new Set<Parameters<RegisterBeforeClose>[0]>());
  const register = useCallback<RegisterBeforeClose>((save) => {
    const registered = saves.current;
    registered.add(save);
    return () => registered.delete(save);
  }, []);

  // Main asks by an event of the window.
  useEffect(() => {
    const close = (): void => {
      const saving = [...saves.current].map(async (save) => {
        await save();
      });
      void Promise.allSettled(saving).then(() => callBridge('finishClosing', {}));
    };
    window.addEventListener('yandu-closing', close);
    return () => {
      window.removeEventListener('yandu-closing', close);
    };
  }, []);

  return <BeforeCloseContext value={register}>{children}</BeforeCloseContext>;
}
