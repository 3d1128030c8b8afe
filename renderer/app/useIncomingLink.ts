import { useEffect } from 'react';
import { callBridge } from './bridge.ts';
import { useDispatch } from './useWorkspace.ts';

/** Goes to the place of a yandu:// address, at the start and whenever main hands one over. */
export function useIncomingLink(): void {
  const dispatch = useDispatch();
  // Main speaks through an event of the window.
  useEffect(() => {
    const take = (): void => {
      void callBridge('takeLink', {}).then((result) => {
        if (result.ok && result.value) dispatch({ kind: 'go', place: result.value, side: 'main' });
      });
    };
    take();
    window.addEventListener('yandu-link', take);
    return () => {
      window.removeEventListener('yandu-link', take);
    };
  }, [dispatch]);
}
