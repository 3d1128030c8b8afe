import { StickyNote } from 'lucide-react';
import type { Segment } from '../../shared/domain/segment.ts';
import { useStrings } from '../app/useStrings.ts';
import { useNoteWriter } from '../text/useNoteWriter.ts';
import styles from './SectionNoteButton.module.css';

type SectionNoteButtonProps = { readonly heading: Segment; readonly title: string };

/**
 * Behind a heading, seen when the hand is there: starts a note on its section. Outside the heading's
 * element, whose text is the text of the source to the letter. By keyboard the key does the same.
 */
export function SectionNoteButton({ heading, title }: SectionNoteButtonProps) {
  const { notes } = useStrings();
  const writer = useNoteWriter();
  const { documentId, sectionKey: key } = heading;
  if (key === null) return null;
  return (
    <button
      type="button"
      className={styles['button']}
      tabIndex={-1}
      aria-label={notes.noteOnSection(title)}
      aria-keyshortcuts="Shift+N"
      title={`${notes.newSectionNote} Shift N`}
      onClick={() => {
        writer.onSection({ documentId, key });
      }}
    >
      <StickyNote size={16} strokeWidth={1.5} aria-hidden />
    </button>
  );
}
