import { useRef, useState } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { useSurface } from '../text/useSurface.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './NotesMargin.module.css';
import { PassageLine } from './PassageLine.tsx';
import { useCardLayout } from './useCardLayout.ts';
import { useMarginNotes } from './useMarginNotes.ts';
import { useNearbyRange } from './useNearbyRange.ts';

type NotesMarginProps = {
  /** Notes level with their passages, or the open one alone, under its passage, where there is no room. */
  readonly form: 'notes' | 'card';
};

/** The notes of one text; only those near the window are there. */
export function NotesMargin({ form }: NotesMarginProps) {
  const surface = useSurface();
  const { notes } = useStrings();
  const { workspace } = useWorkspace();
  const { openAnnotation } = useOpenAnnotation();
  const nearby = useNearbyRange(surface);
  const all = useMarginNotes(surface);
  // The same document may be read on both sides: a note is worked on in one place alone.
  const open = workspace.active === surface.side ? openAnnotation : null;
  const shown = all.filter(
    ({ annotation, range }) =>
      annotation.id === open ||
      (form === 'notes' && range.end >= nearby.start && range.start <= nearby.end),
  );
  const list = useRef<HTMLDivElement>(null);
  const openIndex = shown.findIndex(({ annotation }) => annotation.id === open);
  const ranges = shown.map(({ range }) => range);
  useCardLayout(
    surface,
    list,
    ranges,
    openIndex === -1 ? null : openIndex,
    form === 'card' ? 'under' : 'beside',
  );
  const [pointed, setPointed] = useState<AnnotationId | null>(null);
  const lit = shown.find(({ annotation }) => annotation.id === pointed);

  if (all.length === 0 && form === 'notes') {
    return <p className={styles['empty']}>{notes.marginEmpty}</p>;
  }
  return (
    <>
      <div ref={list} className={styles['margin']}>
        {shown.map(({ annotation }) => (
          <div
            key={annotation.id}
            className={styles['place']}
            onPointerEnter={() => {
              setPointed(annotation.id);
            }}
            onPointerLeave={() => {
              setPointed(null);
            }}
            onFocus={() => {
              setPointed(annotation.id);
            }}
            onBlur={() => {
              setPointed(null);
            }}
          >
            <NoteCard annotation={annotation} isOpen={annotation.id === open} />
          </div>
        ))}
      </div>
      {lit && form === 'notes' && (
        <PassageLine surface={surface} list={list} index={shown.indexOf(lit)} range={lit.range} />
      )}
    </>
  );
}
