import type { TextRange } from '../../shared/domain/place.ts';
import { rangeOfPlace, segmentElementAt } from '../text/rangeOfPlace.ts';

/** Where a passage lands: under the upper edge, a bare place close to it. */
const PASSAGE_AT = 0.28;
export const PLACE_AT_PX = 24;
/** Frames in which chunks above may still get their true height. */
const SETTLING_FRAMES = 12;
/** Texts on their way to a place: until they are there, what is in sight is not where the reader is. */
type Journey = {
  readonly place: TextRange;
  readonly placeAt: number;
  readonly stop: () => void;
};
const journeys = new WeakMap<HTMLElement, Journey>();
const LANDING = 'yandu-landing';
const LANDING_MS = 1_600;

/**
 * Brings a place of the text into view. Chunks off screen have guessed heights, so the position is
 * corrected over the next frames until it stays; a scroll by the reader's hand ends it.
 *
 * `placeAt` is how far below the upper edge a bare place comes to stand, in CSS pixels. Returns a
 * function that gives up.
 */
export function scrollToPlace(
  scroller: HTMLElement,
  root: HTMLElement,
  place: TextRange,
  placeAt = PLACE_AT_PX,
): () => void {
  if (place.start === 0 && place.end === 0) {
    scroller.scrollTop = 0;
    return () => undefined;
  }
  const segment = segmentElementAt(root, place.start);
  const range = rangeOfPlace(root, { start: place.start, end: place.start });
  if (!segment || !range) return () => undefined;

  journeys.get(scroller)?.stop();
  let frame = 0;
  let left = SETTLING_FRAMES;
  const isPassage = place.end > place.start;
  const settle = (): void => {
    const target = isPassage ? scroller.clientHeight * PASSAGE_AT : placeAt;
    const top = topOf(range, segment) - scroller.getBoundingClientRect().top - target;
    scroller.scrollTop += top;
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(settle);
    else stop();
  };
  const stop = (): void => {
    if (journeys.get(scroller)?.stop === stop) journeys.delete(scroller);
    cancelAnimationFrame(frame);
    scroller.removeEventListener('wheel', stop);
    scroller.removeEventListener('pointerdown', stop);
  };
  scroller.addEventListener('wheel', stop, { passive: true, once: true });
  scroller.addEventListener('pointerdown', stop, { once: true });
  journeys.set(scroller, { place, placeAt, stop });
  settle();
  return stop;
}

/** True while a text is on its way to a place. */
export function isUnderWay(scroller: HTMLElement): boolean {
  return journeys.has(scroller);
}

/**
 * Keeps the reader where they are when every line has moved: on the way to a place, that place, else the
 * unit `offset`, where a bare place comes to stand.
 */
export function holdPlace(scroller: HTMLElement, root: HTMLElement, offset: number | null): void {
  const journey = journeys.get(scroller);
  if (journey) scrollToPlace(scroller, root, journey.place, journey.placeAt);
  else if (offset !== null) scrollToPlace(scroller, root, { start: offset, end: offset });
}

/** An empty range in a hidden or collapsed place has no rectangle; then its segment's top stands in. */
function topOf(range: Range, segment: HTMLElement): number {
  const rect = range.getClientRects()[0];
  return rect && rect.height > 0 ? rect.top : segment.getBoundingClientRect().top;
}

/** Lights a passage up for a moment, without touching the page's elements (CSS Custom Highlight API). */
export function flashPlace(root: HTMLElement, place: TextRange): void {
  const range = rangeOfPlace(root, place);
  if (!range) return;
  const landing = new Highlight(range);
  CSS.highlights.set(LANDING, landing);
  setTimeout(() => {
    if (CSS.highlights.get(LANDING) === landing) CSS.highlights.delete(LANDING);
  }, LANDING_MS);
}
