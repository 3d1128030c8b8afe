import { useLayoutEffect, useState, type RefObject } from 'react';
import type { TextRange } from '../../../shared/domain/place.ts';
import { rangeOfPlace } from '../../text/rangeOfPlace.ts';
import type { Surface } from '../../text/useSurface.ts';
import { pushApart } from './pushApart.ts';

/** Between two cards, and between a passage and the card under it, in CSS pixels. */
const GAP = 10;

/** Cards beside their passages, or one alone under its passage where there is no room beside. */
export type CardPlacing = 'beside' | 'under';

/** Puts the cards where they belong, before the paint and whenever text or cards change their size. */
export function useCardLayout(
  { root }: Surface,
  list: RefObject<HTMLDivElement | null>,
  ranges: readonly TextRange[],
  fixed: number | null,
  placing: CardPlacing,
): void {
  const [, setSize] = useState(0);
  useLayoutEffect(() => {
    const container = list.current;
    if (container === null) return;
    const origin = container.getBoundingClientRect().top;
    const cards = [...container.children].filter((card) => card instanceof HTMLElement);
    const boxes = cards.map((card, n) => ({
      wanted: heightOf(root, ranges[n], placing) - origin,
      height: card.offsetHeight,
    }));
    pushApart(boxes, GAP, fixed).forEach((top, n) => {
      const card = cards[n];
      if (card) card.style.transform = `translateY(${Math.round(top)}px)`;
    });
  });
  // Sections off screen get their true height when they come near, and cards grow while one types.
  useLayoutEffect(() => {
    const container = list.current;
    const observer = new ResizeObserver(() => {
      setSize((count) => count + 1);
    });
    observer.observe(root);
    if (container !== null) for (const card of container.children) observer.observe(card);
    return () => {
      observer.disconnect();
    };
  }, [root, list, ranges.length]);
}

/** Where in the window a passage begins, or (under it) where it ends. */
function heightOf(root: HTMLElement, range: TextRange | undefined, placing: CardPlacing): number {
  if (range === undefined) return 0;
  const at = placing === 'beside' ? range.start : range.end;
  const from = placing === 'beside' ? range.start : Math.max(range.start, range.end - 1);
  const found = rangeOfPlace(root, { start: from, end: at });
  if (!found) return 0;
  const rect =
    [...found.getClientRects()].at(placing === 'beside' ? 0 : -1) ??
    found.startContainer.parentElement?.getBoundingClientRect();
  if (!rect) return 0;
  return placing === 'beside' ? rect.top : rect.bottom + GAP;
}
