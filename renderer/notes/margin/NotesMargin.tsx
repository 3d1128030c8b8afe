import { useRef, useState } from 'react';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useWorkspaceValue } from '../../app/useWorkspace.ts';
import { activePane } from '../../app/workspace.ts';
import { useSurface } from '../../text/useSurface.ts';
import { NoteCard } from './NoteCard.tsx';
import styles from './NotesMargin.module.css';
import { Referrers } from './Referrers.tsx';
import { PassageLine } from './PassageLine.tsx';
import { useCardLayout } from './useCardLayout.ts';
import { useMarginNotes } from './useMarginNotes.ts';
import { useNearbyRange } from '../marking/useNearbyRange.ts';

type NotesMarginProps = {
  /** Notes level with their passages, or the open one alone, under its passage, where there is no room. */
  readonly form: 'notes' | 'card';
};

/** The notes of one text; only those near the window are there. */
export function NotesMargin({ form }: NotesMarginProps) {
  const surface = useSurface();
  const { notes } = useStrings();
  const { openAnnotation } = useOpenAnnotation();
  const nearby = useNearbyRange(surface);
  const all = useMarginNotes(surface);
  // The same document may be read on both sides: a note is worked on in one place alone.
  const isElsewhere = useWorkspaceValue(
    (workspace) =>
      workspace.active !== surface.side &&
      activePane(workspace).documentId === surface.content.document.id,
  );
  const open = isElsewhere ? null : openAnnotation;
  const shown = all.filter(
    ({ annotation, range }) =>
      (open !== null && annotation?.id === open) ||
      (form === 'notes' && range.end >= nearby.start && range.start <= nearby.end),
  );
  const list = useRef<HTMLDivElement>(null);
  const openIndex =
    open === null ? -1 : shown.findIndex(({ annotation }) => annotation?.id === open);
  const ranges = shown.map(({ range }) => range);
  useCardLayout(
    surface,
    list,
    ranges,
    openIndex === -1 ? null : openIndex,
    form === 'card' ? 'under' : 'beside',
  );
  const [pointed, setPointed] = useState<string | null>(null);
  const lit = shown.find(({ key }) => key === pointed);

  if (all.every(({ footnote }) => footnote !== null) && shown.length === 0 && form === 'notes') {
    return <p className={styles['empty']}>{notes.marginEmpty}</p>;
  }
  return (
    <>
      <div ref={list} className={styles['margin']}>
        {shown.map(({ key, annotation, footnote, referrers }) => (
          <div
            key={key}
            className={styles['place']}
            onPointerEnter={() => {
              setPointed(key);
            }}
            onPointerLeave={() => {
              setPointed(null);
            }}
            onFocus={() => {
              setPointed(key);
            }}
            onBlur={() => {
              setPointed(null);
            }}
          >
            {footnote !== null ? (
              // Its mark says the same to a screen reader.
              <p className={styles['footnote']} aria-hidden lang="zh-CN">
                <sup>{footnote.marker}</sup> {footnote.text}
              </p>
            ) : annotation === null ? (
              <article className={styles['linked']} aria-label={notes.linkedPassage}>
                <Referrers ids={referrers} />
              </article>
            ) : (
              <NoteCard
                annotation={annotation}
                isOpen={annotation.id === open}
                referrers={referrers}
              />
            )}
          </div>
        ))}
      </div>
      {lit && form === 'notes' && (
        <PassageLine surface={surface} list={list} index={shown.indexOf(lit)} range={lit.range} />
      )}
    </>
  );
}
