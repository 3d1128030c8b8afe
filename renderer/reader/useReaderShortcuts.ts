import { useChangeSettings, useLatestSettings } from '../app/useSettings.ts';
import { useShortcuts } from '../app/useShortcuts.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { paneOf } from '../app/workspace.ts';
import { currentSegment } from '../text/currentSegment.ts';
import { segmentElements } from '../text/rangeOfPlace.ts';
import { useSurface } from '../text/useSurface.ts';
import type { Margin } from './useMargin.ts';

/** The keys of a text: by paragraph, by heading, back and forward, source, print, side by side. */
export function useReaderShortcuts(margin: Margin): void {
  const { app, reading } = useStrings();
  const { dispatch, read } = useWorkspaceStore();
  const { side, root, scroller, content, complete } = useSurface();
  const latest = useLatestSettings();
  const change = useChangeSettings();
  const labels = reading.shortcuts;
  const group = 'reading';

  function step(by: 1 | -1, selector: string): void {
    complete();
    const here = currentSegment(root, scroller);
    const all = segmentElements(root).filter(
      (element) => element === here || element.matches(selector),
    );
    const hasFocus = here !== null && here.contains(document.activeElement);
    const index = here ? all.indexOf(here) : -1;
    // The first press takes hold of the paragraph in sight, the next ones move on.
    const next = all[hasFocus || by === -1 ? index + by : Math.max(index, 0)];
    if (next === undefined) return;
    next.focus({ preventScroll: true });
    // Shift and the arrows select from its beginning on.
    window.getSelection()?.collapse(next, 0);
    next.scrollIntoView({ block: isTall(next, scroller) ? 'start' : 'center' });
  }

  const keys = [
    {
      combo: 'J',
      label: labels.nextParagraph,
      run: () => {
        step(1, '[data-segment]');
      },
    },
    {
      combo: 'ArrowDown',
      label: labels.nextParagraph,
      run: () => {
        step(1, '[data-segment]');
      },
    },
    {
      combo: 'K',
      label: labels.previousParagraph,
      run: () => {
        step(-1, '[data-segment]');
      },
    },
    {
      combo: 'ArrowUp',
      label: labels.previousParagraph,
      run: () => {
        step(-1, '[data-segment]');
      },
    },
    {
      combo: ']',
      label: labels.nextHeading,
      run: () => {
        step(1, '[data-kind="heading"]');
      },
    },
    {
      combo: '[',
      label: labels.previousHeading,
      run: () => {
        step(-1, '[data-kind="heading"]');
      },
    },
    {
      combo: 'G',
      label: labels.goTo,
      run: () => {
        dispatch({ kind: 'showDialog', dialog: 'goTo' });
      },
    },
    {
      combo: 'Alt+ArrowLeft',
      label: labels.back,
      run: () => {
        dispatch({ kind: 'back', side });
      },
    },
    {
      combo: 'Alt+ArrowRight',
      label: labels.forward,
      run: () => {
        dispatch({ kind: 'forward', side });
      },
    },
    {
      combo: 'S',
      label: labels.source,
      run: () => {
        dispatch({ kind: 'showDialog', dialog: 'source' });
      },
    },
    {
      combo: 'P',
      label: labels.numbers,
      run: () => {
        change({ paragraphNumbers: !latest().paragraphNumbers });
      },
    },
    {
      combo: 'Ctrl+P',
      label: labels.print,
      run: () => {
        dispatch({ kind: 'showDialog', dialog: 'print' });
      },
    },
    { combo: 'B', label: labels.beside, run: toggleBeside },
    { combo: 'Ctrl+2', label: app.shortcuts.foldRight, run: margin.toggle },
    {
      combo: 'F6',
      label: labels.otherSide,
      run: () => {
        dispatch({ kind: 'activate', side: side === 'main' ? 'beside' : 'main' });
      },
    },
  ];

  function toggleBeside(): void {
    const workspace = read();
    if (workspace.beside) dispatch({ kind: 'closeBeside' });
    else {
      const offset = paneOf(workspace, side)?.offset ?? 0;
      dispatch({ kind: 'openDocument', documentId: content.document.id, offset, side: 'beside' });
    }
  }

  useShortcuts(keys.map((key) => ({ ...key, group })));
}

function isTall(element: HTMLElement, scroller: HTMLElement): boolean {
  return element.offsetHeight > scroller.clientHeight * 0.8;
}
