import { useEffect } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import type { Side } from '../app/workspace.ts';

const FIELDS = 'input, select, textarea, [contenteditable]';

/**
 * The End key goes to the very last line. The browser's own goes to the lower edge as it is guessed to
 * be, and stops short when the text that comes there is taller.
 */
export function useEndKey(
  side: Side,
  { document, text }: DocumentContent,
  scroller: HTMLElement | null,
): void {
  const dispatch = useDispatch();

  // On the scroller itself: what is pressed in the outline or in a dialog is theirs.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, shiftKey, altKey, target } = event;
      if (key !== 'End' || shiftKey || altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(FIELDS)) return;
      event.preventDefault();
      const end = text.length;
      const place = { documentId: document.id, start: end, end };
      dispatch({ kind: 'go', place, side, flash: false });
    };
    scroller?.addEventListener('keydown', press);
    return () => {
      scroller?.removeEventListener('keydown', press);
    };
  }, [dispatch, document.id, scroller, side, text.length]);
}
