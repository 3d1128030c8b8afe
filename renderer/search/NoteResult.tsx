import type { KeyboardEvent } from 'react';
import type { NoteRow } from '../../shared/ipc/searching.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer } from '../app/useYandu.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './ResultRow.module.css';
import { useReadActions } from './searchContext.ts';

/** One of the reader's own notes, with what it is about and whether its passage is still there. */
export function NoteResult({ row }: { readonly row: NoteRow }) {
  const { search } = useStrings();
  const read = useReadActions();
  const { data: documents } = useAnswer('listDocuments', {});
  const title = documents?.find(({ id }) => id === row.documentId)?.shortTitle;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    read().openNote(row);
  }

  return (
    <div className={styles['row']}>
      <button
        type="button"
        data-row
        className={styles['open']}
        onClick={() => {
          read().openNote(row);
        }}
        onKeyDown={onKeyDown}
      >
        <span className={styles['text']}>
          <MarkedText {...row.excerpt} />
        </span>
        <span className={styles['path']}>
          {[search.myNotes, title, search.standings[row.standing]]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </span>
      </button>
    </div>
  );
}
