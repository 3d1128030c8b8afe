import type { Dispatch } from 'react';
import { createStore, type Store } from '../ui/createStore.ts';
import { reduceWorkspace, type Workspace, type WorkspaceAction } from './workspace.ts';

export type WorkspaceStore = Pick<Store<Workspace>, 'read' | 'subscribe'> & {
  readonly dispatch: Dispatch<WorkspaceAction>;
};

/** Holds the workspace; actions are all that changes it. */
export function createWorkspaceStore(first: Workspace): WorkspaceStore {
  const { read, write, subscribe } = createStore(first);
  return {
    read,
    subscribe,
    dispatch: (action) => {
      write(reduceWorkspace(read(), action));
    },
  };
}
