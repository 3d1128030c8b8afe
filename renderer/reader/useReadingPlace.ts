import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReadingPlace } from '../../shared/ipc/reading.ts';
import { useBeforeClose } from '../app/useBeforeClose.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { useCall } from '../app/useYandu.ts';
import type { Side } from '../app/workspace.ts';
import { scrollToPlace } from './scrollToPlace.ts';
import { visibleRange } from './visibleRange.ts';

/** A pause in scrolling after which the place is stored. */
const SETTLED_MS = 400;

/** Follows the reader's eye: tells the workspace where the text stands, and stores it at every pause. */
export function useReadingPlace(
  side: Side,
  documentId: DocumentId,
  scroller: HTMLElement | null,
  root: HTMLElement | null,
): void {
  const { dispatch } = useWorkspace();
  const call = useCall();
  const client = useQueryClient();
  const unsaved = useRef<ReadingPlace | null>(null);
  const offset = useRef<number | null>(null);

  const save = useCallback((): Promise<unknown> | undefined => {
    const place = unsaved.current;
    if (!place) return undefined;
    unsaved.current = null;
    client.setQueryData<readonly ReadingPlace[]>(['listReadingPlaces', {}], (places = []) =>
      withPlace(places, place),
    );
    return call('saveReadingPlace', place);
  }, [call, client]);
  useBeforeClose(save);

  // Scrolling is not React's; one measurement a frame.
  useEffect(() => {
    if (!scroller || !root) return;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = (): void => {
      frame = 0;
      const visible = visibleRange(scroller, root);
      if (!visible) return;
      // While the width changes under the text, what is in sight is not what was read.
      if (root.clientWidth !== width) return;
      offset.current = visible.first;
      unsaved.current = { documentId, offset: visible.first, furthest: visible.last };
      dispatch({ kind: 'reach', side, offset: visible.first });
      clearTimeout(timer);
      timer = setTimeout(() => void save(), SETTLED_MS);
    };
    const follow = (): void => {
      frame ||= requestAnimationFrame(measure);
    };
    // A new width moves every line: the place stays, not the pixel.
    let width = root.clientWidth;
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === width) return;
      width = root.clientWidth;
      const { current } = offset;
      if (current !== null) scrollToPlace(scroller, root, { start: current, end: current }, 0);
    });
    observer.observe(root);
    scroller.addEventListener('scroll', follow, { passive: true });
    follow();
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', follow);
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      void save();
    };
  }, [dispatch, documentId, root, save, scroller, side]);
}

/** The list as main would give it now: this document first, and never less far than before. */
function withPlace(places: readonly ReadingPlace[], place: ReadingPlace): readonly ReadingPlace[] {
  const before = places.find((other) => other.documentId === place.documentId);
  const furthest = Math.max(place.furthest, before?.furthest ?? 0);
  return [{ ...place, furthest }, ...places.filter((other) => other !== before)];
}
