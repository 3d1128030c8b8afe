import { useEffect, useState } from 'react';
import type { TextRange } from '../../../shared/domain/place.ts';
import { chunkAtHeight, segmentAtHeight } from '../../text/segmentAtHeight.ts';
import type { Surface } from '../../text/useSurface.ts';

const nothing: TextRange = { start: 0, end: 0 };

/** The part of the text within one screen of what is on screen, in document offsets. */
export function useNearbyRange({ scroller, root }: Surface): TextRange {
  const [range, setRange] = useState(nothing);

  // Scrolling is the browser's; React learns of it once a frame.
  useEffect(() => {
    let frame = 0;
    const read = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const next = readNearby(scroller, root);
        setRange((last) => (last.start === next.start && last.end === next.end ? last : next));
      });
    };
    const observer = new ResizeObserver(read);
    observer.observe(root);
    observer.observe(scroller);
    scroller.addEventListener('scroll', read, { passive: true });
    read();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', read);
    };
  }, [scroller, root]);

  return range;
}

function readNearby(scroller: HTMLElement, root: HTMLElement): TextRange {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const first = elementAtHeight(root, top - height);
  const last = elementAtHeight(root, bottom + height);
  return { start: Number(first?.dataset['start'] ?? 0), end: Number(last?.dataset['end'] ?? 0) };
}

/** The segment at a height; where it is still on its way, all that comes with it. */
function elementAtHeight(root: HTMLElement, y: number): HTMLElement | null {
  return segmentAtHeight(root, y) ?? chunkAtHeight(root, y);
}
