import { useEffect, useRef } from 'react';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

type Save = () => Promise<unknown> | undefined;
export type RegisterBeforeClose = (save: Save) => () => void;

const [BeforeCloseContext, useRegisterBeforeClose] =
  createRequiredContext<RegisterBeforeClose>('before close');

export { BeforeCloseContext };

/** Stores all that is being typed now. */
export const [StoreAllContext, useStoreAll] =
  createRequiredContext<() => Promise<unknown>>('store all');

/** Stores what is not stored yet before the window closes; main waits for it. */
export function useBeforeClose(save: Save): void {
  const register = useRegisterBeforeClose();
  const latest = useRef(save);
  // The newest closure is called, so that a render does not register anew.
  useEffect(() => {
    latest.current = save;
  });
  // Registration lasts as long as the component.
  useEffect(() => register(() => latest.current()), [register]);
}
