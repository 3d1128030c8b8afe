import { useEffect, useState } from 'react';
import { useChangeSettings, useLatestSettings, useSettings } from '../app/useSettings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';

/**
 * Beside the text, folded away, or (where there is no room beside) a drawer over it that the reader
 * opened, or a single card for the open annotation.
 */
export type Margin = {
  readonly form: 'beside' | 'folded' | 'drawer' | 'card';
  readonly toggle: () => void;
};

/** Below this width of a pane the margin does not fit beside the text, in CSS pixels. */
const BESIDE_FROM = 860;

/** How the margin of a pane stands. */
export function useMargin(pane: HTMLElement | null): Margin {
  const { rightFolded } = useSettings();
  const latest = useLatestSettings();
  const change = useChangeSettings();
  const { openAnnotation } = useOpenAnnotation();
  const isNarrow = useIsNarrow(pane);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  if (!isNarrow) {
    return {
      form: rightFolded && openAnnotation === null ? 'folded' : 'beside',
      toggle: () => {
        change({ rightFolded: !latest().rightFolded });
      },
    };
  }
  return {
    form: isDrawerOpen ? 'drawer' : openAnnotation === null ? 'folded' : 'card',
    toggle: () => {
      setDrawerOpen(!isDrawerOpen);
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
