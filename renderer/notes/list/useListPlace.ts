import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useAnnotationListView, type ListPlace } from './AnnotationListProvider.tsx';

/** The list stands at the row where it was last seen; another list (`name` is another value) at its beginning. */
export function useListPlace(name: unknown): {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The row it was at when it was last there; null at its beginning. */
  readonly lastSeen: string | null;
} {
  const { place } = useAnnotationListView();
  const [lastSeen] = useState(() => place.current?.id ?? null);
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(name);

  // Scrolling lies outside React; before the paint, so that nothing is seen moving.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    if (shown.current !== name) element.scrollTop = 0;
    else if (place.current !== null) scrollToRow(element, place.current);
    shown.current = name;
  }, [name, place]);

  // Asked of what is on the screen, once, before it goes.
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    return () => {
      place.current = topRow(element);
    };
  }, [place]);
  return { list, lastSeen };
}

function scrollToRow(list: HTMLElement, { id, offset }: ListPlace): void {
  const row = list.querySelector(`[data-row="${id}"]`);
  if (row === null) return;
  row.scrollIntoView({ block: 'start' });
  list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - offset;
}

/** Probed below the heading that stays at the top; between two rows a little further down is one. */
const PROBES = [48, 80, 112, 144];

/** Null at the very beginning. */
function topRow(list: HTMLElement): ListPlace | null {
  if (list.scrollTop === 0) return null;
  const { left, top, width } = list.getBoundingClientRect();
  for (const below of PROBES) {
    const row = document
      .elementFromPoint(left + width / 2, top + below)
      ?.closest<HTMLElement>('[data-row]');
    const id = row?.dataset['row'];
    if (row && id !== undefined) return { id, offset: row.getBoundingClientRect().top - top };
  }
  return null;
}
