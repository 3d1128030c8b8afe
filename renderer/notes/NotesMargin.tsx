import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Place } from '../../shared/domain/place.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { rangeOfPlace, segmentElements } from '../text/rangeOfPlace.ts';
import { useSurface, type Surface } from '../text/useSurface.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './NotesMargin.module.css';
import { pushApart } from './pushApart.ts';
import { useNearbyRange } from './useNearbyRange.ts';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

/** Between two cards, in CSS pixels. */
const GAP = 10;

type MarginNote = { readonly annotation: Annotation; readonly place: Place };

/** Notes level with their passages; only those near the window are there. */
export function NotesMargin() {
  const surface = useSurface();
  const { notes } = useStrings();
  const { openAnnotation } = useOpenAnnotation();
  const nearby = useNearbyRange(surface);
  const all = useMarginNotes(surface, openAnnotation);
  const shown = all.filter(({ place }) => place.end >= nearby.start && place.start <= nearby.end);
  const list = useRef<HTMLDivElement>(null);
  const openIndex = shown.findIndex(({ annotation }) => annotation.id === openAnnotation);
  useCardLayout(surface, list, shown, openIndex === -1 ? null : openIndex);

  if (all.length === 0) return <p className={styles['empty']}>{notes.marginEmpty}</p>;
  return (
    <div ref={list} className={styles['margin']}>
      {shown.map(({ annotation }) => (
        <div key={annotation.id} className={styles['place']}>
          <NoteCard annotation={annotation} isOpen={annotation.id === openAnnotation} />
        </div>
      ))}
    </div>
  );
}

/** The annotations of this document that have something to show: a note, or being open. */
function useMarginNotes(
  { content }: Surface,
  open: Annotation['id'] | null,
): readonly MarginNote[] {
  const all = useStandingAnnotations();
  return useMemo(() => {
    const sectionStarts = new Map(content.sections.map(({ key, start }) => [key, start]));
    return all
      .flatMap(({ annotation, standing }) => {
        if (annotation.note.trim() === '' && annotation.id !== open) return [];
        const place = standing.kind === 'placed' ? standing.place : placeOfNote(annotation);
        return place?.documentId === content.document.id ? [{ annotation, place }] : [];
      })
      .toSorted((one, other) => one.place.start - other.place.start);

    /** A note on a section stands at its heading, one on the document at its beginning. */
    function placeOfNote({ target }: Annotation): Place | null {
      if (target.kind !== 'section' && target.kind !== 'document') return null;
      const start = target.kind === 'section' ? (sectionStarts.get(target.sectionKey) ?? null) : 0;
      return start === null ? null : { documentId: target.documentId, start, end: start };
    }
  }, [all, content, open]);
}

/** Puts the cards where they belong, before the paint and whenever text or cards change their size. */
function useCardLayout(
  { root }: Surface,
  list: RefObject<HTMLDivElement | null>,
  shown: readonly MarginNote[],
  openIndex: number | null,
): void {
  const [, setSize] = useState(0);
  useLayoutEffect(() => {
    const container = list.current;
    if (container === null) return;
    const origin = container.getBoundingClientRect().top;
    const segments = segmentElements(root);
    const cards = [...container.children].filter((card) => card instanceof HTMLElement);
    const boxes = cards.map((card, n) => ({
      wanted: topOfPlace(segments, shown[n]?.place ?? null) - origin,
      height: card.offsetHeight,
    }));
    pushApart(boxes, GAP, openIndex).forEach((top, n) => {
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
  }, [root, list, shown.length]);
}

function topOfPlace(segments: readonly HTMLElement[], place: Place | null): number {
  const range = place && rangeOfPlace(segments, { start: place.start, end: place.start });
  if (!range) return 0;
  const rect = range.getClientRects()[0];
  return rect?.top ?? range.startContainer.parentElement?.getBoundingClientRect().top ?? 0;
}
