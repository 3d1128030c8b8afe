import type { Dispatch } from 'react';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import type { Workspace, WorkspaceAction } from './workspace.ts';

type WorkspaceStore = {
  readonly workspace: Workspace;
  readonly dispatch: Dispatch<WorkspaceAction>;
};

export const [WorkspaceContext, useWorkspace] = createRequiredContext<WorkspaceStore>('workspace');
