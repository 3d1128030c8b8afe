import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Side } from '../app/workspace.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

/** One text on screen, for everything that is mounted in or over it. */
export type Surface = {
  readonly side: Side;
  readonly content: DocumentContent;
  /** The element that scrolls. */
  readonly scroller: HTMLElement;
  /** The element that holds the segments and nothing else. */
  readonly root: HTMLElement;
  /** A long text comes by and by; whoever looks through its elements has all of it brought first. */
  readonly complete: () => void;
};

export const [SurfaceContext, useSurface] = createRequiredContext<Surface>('surface');
