import { useEffect, useState } from 'react';
import type { Place } from '../../../shared/domain/place.ts';
import { placeOfSelection } from '../../text/placeOfSelection.ts';
import type { Surface } from '../../text/useSurface.ts';

export type SelectedPlace = {
  readonly place: Place;
  /** Of the selection's first and last line, in the window. */
  readonly first: DOMRect;
  readonly last: DOMRect;
};

/** The selection in this text once the mouse has let go of it; null while there is none. */
export function useSelectedPlace(surface: Surface): SelectedPlace | null {
  const [selected, setSelected] = useState<SelectedPlace | null>(null);

  // The selection is the browser's; React learns of it by its events.
  useEffect(() => {
    const { root, scroller, content } = surface;
    let isDragging = false;
    let frame = 0;
    const read = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        setSelected(isDragging ? null : readSelection(root, content));
      });
    };
    const press = (event: PointerEvent): void => {
      isDragging = event.target instanceof Node && root.contains(event.target);
    };
    const release = (): void => {
      isDragging = false;
      read();
    };
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    scroller.addEventListener('scroll', read, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
      scroller.removeEventListener('scroll', read);
    };
  }, [surface]);

  return selected;
}

function readSelection(root: HTMLElement, content: Surface['content']): SelectedPlace | null {
  const selection = window.getSelection();
  const place = placeOfSelection(selection, root, content);
  if (!selection || !place) return null;
  const range = selection.getRangeAt(0);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  const whole = range.getBoundingClientRect();
  return { place, first: rects[0] ?? whole, last: rects.at(-1) ?? whole };
}
