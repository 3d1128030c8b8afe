import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { callBridge } from './bridge.ts';
import { BeforeCloseContext, StoreAllContext, type RegisterBeforeClose } from './useBeforeClose.ts';

/** Has every component store what it has: before the window closes, with an answer, and when the machine may stop. */
export function BeforeCloseProvider({ children }: { readonly children: ReactNode }) {
  const saves = useRef(new Set<Parameters<RegisterBeforeClose>[0]>());
  const register = useCallback<RegisterBeforeClose>((save) => {
    const registered = saves.current;
    registered.add(save);
    return () => registered.delete(save);
  }, []);

  const store = useCallback(
    (): Promise<unknown> =>
      Promise.allSettled(
        [...saves.current].map(async (save) => {
          await save();
        }),
      ),
    [],
  );

  // Main asks by an event of the window.
  useEffect(() => {
    const storeNow = (): void => {
      void store();
    };
    const close = (): void => {
      void store().then(() => callBridge('finishClosing', {}));
    };
    window.addEventListener('yandu-store', storeNow);
    window.addEventListener('yandu-closing', close);
    return () => {
      window.removeEventListener('yandu-store', storeNow);
      window.removeEventListener('yandu-closing', close);
    };
  }, [store]);

  return (
    <BeforeCloseContext value={register}>
      <StoreAllContext value={store}>{children}</StoreAllContext>
    </BeforeCloseContext>
  );
}
