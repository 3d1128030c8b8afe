import { useSyncExternalStore, type Dispatch } from 'react';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import type { Workspace, WorkspaceAction } from './workspace.ts';
import type { WorkspaceStore } from './workspaceStore.ts';

/** The store itself, for what reads the workspace when something happens and draws nothing of it. */
export const [WorkspaceContext, useWorkspaceStore] =
  createRequiredContext<WorkspaceStore>('workspace');

/**
 * What a component shows of the workspace; it is drawn again only when that changes. `select` gives a
 * part of the workspace or a primitive, never something new.
 */
export function useWorkspaceValue<Value>(select: (workspace: Workspace) => Value): Value {
  const { subscribe, read } = useWorkspaceStore();
  return useSyncExternalStore(subscribe, () => select(read()));
}

/** Changes the workspace; never changes itself. */
export function useDispatch(): Dispatch<WorkspaceAction> {
  return useWorkspaceStore().dispatch;
}
