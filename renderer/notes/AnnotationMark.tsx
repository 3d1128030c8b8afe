import { useRef, type ReactNode } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { useOpenAmong } from '../app/useOpenAnnotation.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import type { AnnotationSpan } from '../text/annotationSpan.ts';
import { classNames } from '../ui/classNames.ts';
import styles from './AnnotationMark.module.css';
import { usePigmentName } from './marking/usePigmentName.ts';

export type AnnotationMarkProps = {
  readonly spans: readonly AnnotationSpan[];
  readonly start: number;
  readonly end: number;
  readonly children: ReactNode;
};

/** One run of text under one or more marks. A click opens the shortest; again, the next one under it. */
export function AnnotationMark({ spans, start, end, children }: AnnotationMarkProps) {
  const { notes } = useStrings();
  const pigmentName = usePigmentName();
  const dispatch = useDispatch();
  const openAnnotation = useOpenAmong(spans.map(({ id }) => id));
  const ref = useRef<HTMLElement>(null);
  const shortestFirst = spans.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const open = shortestFirst.find(({ id }) => id === openAnnotation);
  const top = open ?? shortestFirst[0];
  if (!top) return children;

  const openNext = (): void => {
    dispatch({ kind: 'openAnnotation', id: nextOf(shortestFirst, openAnnotation) });
  };
  const names = shortestFirst.map(({ pigment, hasNote }) =>
    hasNote ? notes.markWithNote(pigmentName(pigment)) : notes.markName(pigmentName(pigment)),
  );
  const isOpening = spans.some((span) => span.start === start);
  return (
    <mark
      ref={ref}
      className={classNames(
        styles['mark'],
        styles[top.pigment],
        spans.some(({ hasNote }) => hasNote) && styles['noted'],
        spans.some((span) => span.hasNote && span.end === end) && styles['noteEnd'],
        spans.length > 1 && styles['several'],
        open && styles['open'],
      )}
      // `mark` may not be named, only described: its name is its text.
      aria-description={isOpening ? names.join('；') : undefined}
      data-annotations={spans.map(({ id }) => id).join(' ')}
      tabIndex={-1}
      onClick={() => {
        if (window.getSelection()?.isCollapsed !== false) openNext();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== ref.current) return;
        event.preventDefault();
        openNext();
      }}
    >
      {children}
    </mark>
  );
}

function nextOf(spans: readonly AnnotationSpan[], open: AnnotationId | null): AnnotationId | null {
  const index = spans.findIndex(({ id }) => id === open);
  return spans[(index + 1) % spans.length]?.id ?? null;
}
