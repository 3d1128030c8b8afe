import type { Dispatch } from 'react';
import { reduceWorkspace, type Workspace, type WorkspaceAction } from './workspace.ts';

export type WorkspaceStore = {
  readonly read: () => Workspace;
  readonly dispatch: Dispatch<WorkspaceAction>;
  /** Calls back after every change, until the function it returns is called. */
  readonly subscribe: (changed: () => void) => () => void;
};

/**
 * Holds the workspace outside of React: a changed context would be sought through the whole tree, every
 * paragraph of a law code, at every step of scrolling.
 */
export function createWorkspaceStore(first: Workspace): WorkspaceStore {
  const listeners = new Set<() => void>();
  let workspace = first;
  return {
    read: () => workspace,
    dispatch: (action) => {
      const next = reduceWorkspace(workspace, action);
      if (next === workspace) return;
      workspace = next;
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
