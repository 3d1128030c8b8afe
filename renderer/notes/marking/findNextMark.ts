import { annotationIdSchema, type AnnotationId } from '../../../shared/domain/ids.ts';
import { currentSegment } from '../../text/currentSegment.ts';
import type { Surface } from '../../text/useSurface.ts';

/** A mark of the text: its first run, and which of those that lie over the run it is. */
type MarkStop = { readonly element: HTMLElement; readonly id: AnnotationId };

/**
 * The mark after or before the open one, if that is in sight, else after or before where the reader stands; round at the ends. Each mark
 * is come to once, however many runs it has and however many lie over one another. Null in a text without marks.
 */
export function findNextMark(
  { root, scroller }: Surface,
  open: AnnotationId | null,
  step: 1 | -1,
): MarkStop | null {
  const stops = listStops(root);
  const openIndex = stops.findIndex(({ id }) => id === open);
  const openStop = stops[openIndex];
  if (openStop !== undefined && isInSight(openStop.element, scroller)) {
    return stops.at((openIndex + step) % stops.length) ?? null;
  }
  const here = currentSegment(root, scroller);
  if (here === null) return stops.at(step === 1 ? 0 : -1) ?? null;
  // A mark in the paragraph one stands in is still ahead, and not behind.
  const next = stops.findIndex(({ element }) => here.contains(element) || follows(here, element));
  if (step === 1) return stops.at(next === -1 ? 0 : next) ?? null;
  return stops.at(next === -1 ? -1 : next - 1) ?? null;
}

function listStops(root: HTMLElement): readonly MarkStop[] {
  const stops = new Map<string, MarkStop>();
  for (const element of root.querySelectorAll<HTMLElement>('mark[data-annotations]')) {
    for (const name of element.dataset['annotations']?.split(' ') ?? []) {
      if (!stops.has(name)) stops.set(name, { element, id: annotationIdSchema.parse(name) });
    }
  }
  return [...stops.values()];
}

function isInSight(element: HTMLElement, scroller: HTMLElement): boolean {
  const [mark, sight] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return mark.bottom > sight.top && mark.top < sight.bottom;
}

function follows(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
