import type { Dispatch } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { useDispatch, useWorkspaceValue } from './useWorkspace.ts';
import type { WorkspaceAction } from './workspace.ts';

type OpenAnnotation = {
  readonly openAnnotation: AnnotationId | null;
  /** The reading place when it was opened. */
  readonly openedAt: number;
  readonly dispatch: Dispatch<WorkspaceAction>;
};

/** The open annotation alone: who reads it is not drawn again at every scroll. */
export function useOpenAnnotation(): OpenAnnotation {
  return {
    openAnnotation: useWorkspaceValue((workspace) => workspace.openAnnotation),
    openedAt: useWorkspaceValue((workspace) => workspace.openedAt),
    dispatch: useDispatch(),
  };
}

/** The open annotation if it is one of these, else null: of thousands of marks two are drawn again. */
export function useOpenAmong(ids: readonly AnnotationId[]): AnnotationId | null {
  return useWorkspaceValue(({ openAnnotation: open }) =>
    open !== null && ids.includes(open) ? open : null,
  );
}
