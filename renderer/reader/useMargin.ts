import { useEffect, useState } from 'react';
import { useChangeSettings, useSettings } from '../app/useSettings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';

/** Beside the text, folded away, or (where there is no room beside) a drawer over it. */
export type Margin = {
  readonly form: 'beside' | 'folded' | 'drawer';
  readonly toggle: () => void;
};

/** Below this width of a pane the margin does not fit beside the text, in CSS pixels. */
const BESIDE_FROM = 860;

/** How the margin of a pane stands. A narrow pane opens it for an annotation, and for the reader's hand. */
export function useMargin(pane: HTMLElement | null): Margin {
  const { rightFolded } = useSettings();
  const change = useChangeSettings();
  const { openAnnotation, dispatch } = useOpenAnnotation();
  const isNarrow = useIsNarrow(pane);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  if (!isNarrow) {
    return {
      form: rightFolded && openAnnotation === null ? 'folded' : 'beside',
      toggle: () => {
        change({ rightFolded: !rightFolded });
      },
    };
  }
  const isOpen = isDrawerOpen || openAnnotation !== null;
  return {
    form: isOpen ? 'drawer' : 'folded',
    toggle: () => {
      setDrawerOpen(!isOpen);
      if (isOpen) dispatch({ kind: 'openAnnotation', id: null });
    },
  };
}

function useIsNarrow(pane: HTMLElement | null): boolean {
  const [isNarrow, setNarrow] = useState(false);
  // The pane's width is the browser's to know.
  useEffect(() => {
    if (!pane) return;
    const observer = new ResizeObserver(() => {
      setNarrow(pane.clientWidth < BESIDE_FROM);
    });
    observer.observe(pane);
    return () => {
      observer.disconnect();
    };
  }, [pane]);
  return isNarrow;
}
