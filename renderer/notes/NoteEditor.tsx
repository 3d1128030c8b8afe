import { useLayoutEffect, useRef } from 'react';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { useStrings } from '../app/useStrings.ts';
import { registerNoteField } from './noteFields.ts';
import styles from './NoteEditor.module.css';
import { useAnnotationActions } from './useAnnotationActions.ts';
import { useAutosave } from './useAutosave.ts';

/** The text of one note, stored while it is typed. */
export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const { change } = useAnnotationActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, status, type, flush } = useAutosave(annotation.note, (note) =>
    change(annotation.id, { note }),
  );

  // The key N asks for this field before it is there: it has to have the keyboard before the next letter.
  useLayoutEffect(
    () =>
      registerNoteField(annotation.id, {
        focus: () => field.current?.focus(),
        insert: (inserted) => {
          const element = field.current;
          if (element === null) return;
          element.setRangeText(inserted, element.selectionStart, element.selectionEnd, 'end');
          type(element.value);
        },
      }),
    [annotation.id, type],
  );
  // The field is as high as its text.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [text]);

  return (
    <div className={styles['editor']}>
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={notes.noteLabel}
        placeholder={notes.notePlaceholder}
        rows={2}
        maxLength={100_000}
        value={text}
        onChange={(event) => {
          type(event.target.value);
        }}
        onBlur={() => void flush()}
        onKeyDown={(event) => {
          // What is not stored yet is the field's own to undo; what is stored is the history's.
          const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
          if (isUndo && status !== 'saved') event.stopPropagation();
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) field.current?.blur();
        }}
      />
      <p className={styles['status']} role="status">
        {text === '' && status === 'saved' ? '' : notes[status]}
      </p>
    </div>
  );
}
