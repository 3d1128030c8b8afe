// Errors that no handler stands behind. Left alone, Electron shows a box of its own for them and waits for somebody
// to close it, also when the program is about to end; a rejected promise is printed with its message, which may
// quote a note, and is forgotten.

export type FaultWatch = {
  /** Calls `listener` with every such error from now on. It must not throw. */
  readonly listen: (listener: (error: unknown) => void) => void;
};

/** Takes all of them from the process it runs in; until somebody listens they are nobody's. */
export function watchFaults(): FaultWatch {
  const listeners: ((error: unknown) => void)[] = [];
  const tell = (error: unknown): void => {
    for (const listener of listeners) listener(error);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
  return {
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
