import type { Dispatch } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import type { WorkspaceAction } from './workspace.ts';

type OpenAnnotation = {
  readonly openAnnotation: AnnotationId | null;
  /** The reading place when it was opened. */
  readonly openedAt: number;
  readonly dispatch: Dispatch<WorkspaceAction>;
};

/** What acts on the workspace without reading it; never changes. */
export const [DispatchContext, useDispatch] =
  createRequiredContext<Dispatch<WorkspaceAction>>('dispatch');

/** The open annotation alone: who reads it is not drawn again at every scroll. */
export const [OpenAnnotationContext, useOpenAnnotation] =
  createRequiredContext<OpenAnnotation>('open annotation');
