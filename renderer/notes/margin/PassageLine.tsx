import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { TextRange } from '../../../shared/domain/place.ts';
import { rangeOfPlace } from '../../text/rangeOfPlace.ts';
import type { Surface } from '../../text/useSurface.ts';
import styles from './PassageLine.module.css';

/** How far below its upper edge the line meets a card, in CSS pixels. */
const ON_CARD = 18;
const LIT = 'yandu-lit';

type PassageLineProps = {
  readonly surface: Surface;
  readonly list: RefObject<HTMLDivElement | null>;
  /** The card's position in the list. */
  readonly index: number;
  readonly range: TextRange;
};

/** A fine line through the gutter from the card one points at to its passage, and the passage lit up. */
export function PassageLine({ surface: { root }, list, index, range }: PassageLineProps) {
  const line = useRef<SVGSVGElement>(null);
  // Where card and passage stand is known once both are laid out; before the paint.
  useLayoutEffect(() => {
    const svg = line.current;
    const card = list.current?.children[index];
    if (!svg || !card) return;
    const passage = rangeOfPlace(root, range);
    const first = passage?.getClientRects()[0];
    const block = passage?.startContainer.parentElement?.closest('[data-segment]');
    const top = first ?? block?.getBoundingClientRect();
    if (!top) return;
    const origin = svg.getBoundingClientRect();
    const from = { x: root.getBoundingClientRect().right, y: top.top + top.height / 2 };
    const to = { x: card.getBoundingClientRect().left, y: cardTop(card) };
    const [x1, y1] = [from.x - origin.left, from.y - origin.top];
    const [x2, y2] = [to.x - origin.left, to.y - origin.top];
    const bend = (x1 + x2) / 2;
    svg.firstElementChild?.setAttribute(
      'd',
      `M ${x1} ${y1} C ${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`,
    );
  });
  // The CSS Custom Highlight API lights the passage without touching the page's elements.
  useLayoutEffect(() => {
    const passage = rangeOfPlace(root, range);
    if (!passage || range.start === range.end) return undefined;
    const lit = new Highlight(passage);
    CSS.highlights.set(LIT, lit);
    return () => {
      if (CSS.highlights.get(LIT) === lit) CSS.highlights.delete(LIT);
    };
  }, [root, range]);
  return (
    <svg ref={line} className={styles['line']} aria-hidden>
      <path />
    </svg>
  );
}

function cardTop(card: Element): number {
  const { top, height } = card.getBoundingClientRect();
  return top + Math.min(ON_CARD, height / 2);
}
