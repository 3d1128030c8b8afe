import type { KeyboardEvent } from 'react';
import type { NoteRow } from '../../shared/ipc/searching.ts';
import { useStrings } from '../app/useStrings.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './ResultRow.module.css';
import { useSearch } from './searchContext.ts';

/** One of the reader's own notes. */
export function NoteResult({ row }: { readonly row: NoteRow }) {
  const { search } = useStrings();
  const { openNote } = useSearch();

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    openNote(row);
  }

  return (
    <div className={styles['row']}>
      <button
        type="button"
        data-row
        className={styles['open']}
        onClick={() => {
          openNote(row);
        }}
        onKeyDown={onKeyDown}
      >
        <span className={styles['text']}>
          <MarkedText {...row.excerpt} />
        </span>
        <span className={styles['path']}>{search.myNotes}</span>
      </button>
    </div>
  );
}
