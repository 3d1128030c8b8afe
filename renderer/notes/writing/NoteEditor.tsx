import { Link2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Annotation } from '../../../shared/domain/annotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { keepUndo } from '../../ui/keepUndo.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { focusNote, insertInNote, registerNoteField } from './noteFields.ts';
import styles from './NoteEditor.module.css';
import { useAnnotationActions } from '../useAnnotationActions.ts';
import { useAutosave } from './useAutosave.ts';

/** The text of one note, stored while it is typed. */
export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const { change } = useAnnotationActions();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isLinking, setLinking] = useState(false);
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
          dropBrackets(element);
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

  /** The field has the keyboard again, as soon as the sheet over it is gone. */
  function endLinking(): void {
    flushSync(() => {
      setLinking(false);
    });
    focusNote(annotation.id);
  }

  return (
    <div>
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={notes.noteLabel}
        placeholder={notes.notePlaceholder}
        rows={2}
        maxLength={100_000}
        value={text}
        onChange={(event) => {
          const { value, selectionStart } = event.target;
          type(value);
          // Typed, two brackets ask for the passage and stand for it until it is chosen.
          if (value.length > text.length && value.slice(0, selectionStart).endsWith('[[')) {
            setLinking(true);
          }
        }}
        onBlur={() => void flush()}
        onKeyDown={(event) => {
          // What is not stored yet is the field's own to undo; what is stored is the history's.
          if (status !== 'saved') keepUndo(event);
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) field.current?.blur();
        }}
      />
      <div className={styles['foot']}>
        <IconButton
          icon={Link2}
          label={`${notes.insertLink} [[`}
          onClick={() => {
            setLinking(true);
          }}
        />
        <p className={styles['status']} role="status">
          {text === '' && status === 'saved' ? '' : notes[status]}
        </p>
      </div>
      {isLinking && (
        <LinkDialog
          onChoose={(link) => {
            endLinking();
            insertInNote(annotation.id, link);
          }}
          onClose={endLinking}
        />
      )}
    </div>
  );
}

/** The two brackets that asked for the link are chosen to be written over by it. */
function dropBrackets(field: HTMLTextAreaElement): void {
  if (field.selectionStart !== field.selectionEnd) return;
  const { selectionStart: caret, value } = field;
  if (value.slice(0, caret).endsWith('[[')) field.setSelectionRange(caret - 2, caret);
}
