import { currentSegment } from '../../text/currentSegment.ts';
import type { Surface } from '../../text/useSurface.ts';

/**
 * Selects on by keys, from where the selection began, else from the beginning of the paragraph one stands on.
 * Text that cannot be edited has no caret of its own for the arrows to move.
 */
export function extendSelection(
  { root, scroller }: Surface,
  direction: 'forward' | 'backward',
  granularity: 'character' | 'word' | 'line',
): void {
  const selection = window.getSelection();
  if (selection === null) return;
  const segment = currentSegment(root, scroller);
  const isHere = segment?.contains(selection.anchorNode) === true;
  if (segment !== null && !isHere && !isIn(root, selection)) selection.collapse(segment, 0);
  selection.modify('extend', direction, granularity);
}

/** A selection under way may have left the paragraph it began in. */
function isIn(root: HTMLElement, { isCollapsed, anchorNode }: Selection): boolean {
  return !isCollapsed && root.contains(anchorNode);
}
