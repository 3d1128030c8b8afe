import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ReachedPlace, ReadingPlace } from '../../shared/ipc/reading.ts';
import { useBeforeClose } from '../app/useBeforeClose.ts';
import { useSettings } from '../app/useSettings.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import type { Side } from '../app/workspace.ts';
import { holdPlace, isUnderWay } from './scrollToPlace.ts';
import { visibleRange } from './visibleRange.ts';

/** A pause in scrolling after which the place is stored. */
const SETTLED_MS = 400;
/** A pause after which what is on screen counts as read: what a jump or the wheel only passes does not. */
const READ_MS = 1_600;

/** Follows the reader's eye: tells the workspace where the text stands, and stores it at every pause. */
export function useReadingPlace(
  side: Side,
  documentId: DocumentId,
  scroller: HTMLElement | null,
  root: HTMLElement | null,
): void {
  const dispatch = useDispatch();
  const call = useCall();
  const client = useQueryClient();
  const invalidate = useInvalidate();
  const { font, textSize, lineHeight, measure } = useSettings();
  const unsaved = useRef<ReachedPlace | null>(null);
  const offset = useRef<number | null>(null);

  const save = useCallback((): Promise<unknown> | undefined => {
    const place = unsaved.current;
    if (!place) return undefined;
    unsaved.current = null;
    // How much is read is counted in main; where the reader is, the list knows at once.
    client.setQueryData<readonly ReadingPlace[]>(['listReadingPlaces', {}], (places = []) =>
      withPlace(places, place),
    );
    return call('saveReadingPlace', place).then(() => {
      if (place.read !== null) invalidate('listReadingPlaces');
    });
  }, [call, client, invalidate]);
  useBeforeClose(save);

  // New measures move every line, be the text's width the same or not: the place stays, not the pixel.
  useLayoutEffect(() => {
    if (scroller && root) holdPlace(scroller, root, offset.current);
  }, [scroller, root, font, textSize, lineHeight, measure]);

  // Scrolling is not React's; one measurement a frame.
  useEffect(() => {
    if (!scroller || !root) return;
    let frame = 0;
    let settling: ReturnType<typeof setTimeout> | undefined;
    let reading: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      frame = 0;
      if (isUnderWay(scroller)) {
        follow();
        return;
      }
      const visible = visibleRange(scroller, root);
      if (!visible) return;
      // While the width changes under the text, what is in sight is not what was read.
      if (root.clientWidth !== width) return;
      offset.current = visible.first;
      const place = { documentId, offset: visible.first, read: null };
      unsaved.current = place;
      dispatch({ kind: 'reach', side, offset: visible.first });
      clearTimeout(settling);
      clearTimeout(reading);
      settling = setTimeout(() => void save(), SETTLED_MS);
      reading = setTimeout(() => {
        if (document.hidden) return;
        unsaved.current = { ...place, read: { start: visible.first, end: visible.last } };
        void save();
      }, READ_MS);
    };
    const follow = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    // So does a new width.
    let width = root.clientWidth;
    const observer = new ResizeObserver(() => {
      if (root.clientWidth === width) return;
      width = root.clientWidth;
      holdPlace(scroller, root, offset.current);
    });
    observer.observe(root);
    scroller.addEventListener('scroll', follow, { passive: true });
    follow();
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', follow);
      cancelAnimationFrame(frame);
      clearTimeout(settling);
      clearTimeout(reading);
      void save();
    };
  }, [dispatch, documentId, root, save, scroller, side]);
}

/** The list with this document first and where it stands now. */
function withPlace(
  places: readonly ReadingPlace[],
  { documentId, offset }: ReachedPlace,
): readonly ReadingPlace[] {
  const before = places.find((other) => other.documentId === documentId);
  const unitsRead = before?.unitsRead ?? 0;
  return [{ documentId, offset, unitsRead }, ...places.filter((other) => other !== before)];
}
