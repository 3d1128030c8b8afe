import { useSyncExternalStore } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

export type OpenAnnotationStore = {
  readonly read: () => AnnotationId | null;
  readonly write: (id: AnnotationId | null) => void;
  readonly subscribe: (changed: () => void) => () => void;
};

/** Holds which annotation is open for those that are many: of thousands of marks two are drawn again. */
export function createOpenAnnotationStore(): OpenAnnotationStore {
  const listeners = new Set<() => void>();
  let open: AnnotationId | null = null;
  return {
    read: () => open,
    write: (id) => {
      if (id === open) return;
      open = id;
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

const [OpenAnnotationStoreContext, useOpenAnnotationStore] =
  createRequiredContext<OpenAnnotationStore>('open annotation store');
export { OpenAnnotationStoreContext };

/** The open annotation if it is one of these, else null; drawn again only when that changes. */
export function useOpenAmong(ids: readonly AnnotationId[]): AnnotationId | null {
  const { subscribe, read } = useOpenAnnotationStore();
  return useSyncExternalStore(subscribe, () => {
    const open = read();
    return open !== null && ids.includes(open) ? open : null;
  });
}
