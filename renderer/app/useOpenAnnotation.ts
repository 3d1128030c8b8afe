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

/**
 * The open annotation alone. Thousands of marks read it, and must not be drawn again at every scroll,
 * as everything that reads the whole workspace is.
 */
export const [OpenAnnotationContext, useOpenAnnotation] =
  createRequiredContext<OpenAnnotation>('open annotation');
