export type Store<State> = {
  readonly read: () => State;
  readonly write: (next: State) => void;
  /** Calls back after every change, until the function it returns is called. */
  readonly subscribe: (changed: () => void) => () => void;
};

/**
 * Holds a state outside of React: a changed context would be sought through the whole tree, every
 * paragraph of a law code, at every letter typed and every step of scrolling.
 */
export function createStore<State>(first: State): Store<State> {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    read: () => state,
    write: (next) => {
      if (next === state) return;
      state = next;
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
