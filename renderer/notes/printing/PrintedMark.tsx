import { AnnotationMark, type AnnotationMarkProps } from '../AnnotationMark.tsx';
import styles from './PrintedNotes.module.css';
import { usePrintedNotes } from './PrintedNotesProvider.tsx';

/** A run of marked text on paper; where a passage with a note ends stands the number of the note. */
export function PrintedMark({ spans, start, end, children }: AnnotationMarkProps) {
  const notes = usePrintedNotes();
  const ending = spans.filter((span) => span.end === end).map(({ id }) => id);
  const numbers = notes.flatMap(({ annotation, number }) =>
    number !== null && ending.includes(annotation.id) ? [number] : [],
  );
  return (
    <>
      <AnnotationMark spans={spans} start={start} end={end}>
        {children}
      </AnnotationMark>
      {numbers.length > 0 && <sup className={styles['number']}>{numbers.join('、')}</sup>}
    </>
  );
}
