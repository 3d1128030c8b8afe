import { BookmarkPlus, Columns2 } from 'lucide-react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { SegmentRow } from '../../shared/ipc/searching.ts';
import { useStrings } from '../app/useStrings.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { MarkedText } from './MarkedText.tsx';
import styles from './ResultRow.module.css';
import { useReadActions } from './searchContext.ts';

type SegmentResultProps = {
  readonly row: SegmentRow;
  /** The title that stands over the document's rows already. */
  readonly title: string;
  /** The word that pinyin was read as; null where the query was found as typed. */
  readonly word: string | null;
  /** False in the first frame of a list: its buttons are seen only when one points at the row. */
  readonly hasTools: boolean;
};

/** One hit: excerpt, section path, and what can be done with it by key or mouse. */
export function SegmentResult({ row, title, word, hasTools }: SegmentResultProps) {
  const { search } = useStrings();
  const read = useReadActions();

  function onClick(event: MouseEvent): void {
    read().openRow(row, event.ctrlKey || event.metaKey ? 'beside' : 'main', word);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter')
      read().openRow(row, event.ctrlKey || event.metaKey ? 'beside' : 'main', word);
    else if (event.altKey && event.code === 'KeyH') read().addToHandout(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles['row']}>
      <button
        type="button"
        data-row
        className={styles['open']}
        aria-keyshortcuts="Enter Control+Enter Alt+H"
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <span className={styles['text']}>
          {row.tableRow === null ? <MarkedText {...row.excerpt} /> : <TableRow row={row} />}
        </span>
        <span className={styles['path']}>
          {[
            row.segmentKind === 'paragraph' ? '' : search.kinds[row.segmentKind],
            shownPath(row, title).join(' › '),
            row.leadDepartments.length === 0
              ? ''
              : search.leads({ names: row.leadDepartments.join('、') }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </button>
      <span className={styles['tools']}>{hasTools && <Tools row={row} word={word} />}</span>
    </div>
  );
}

function Tools({ row, word }: Pick<SegmentResultProps, 'row' | 'word'>) {
  const { search } = useStrings();
  const read = useReadActions();
  return (
    <>
      <IconButton
        icon={Columns2}
        label={search.openBeside}
        onClick={() => {
          read().openRow(row, 'beside', word);
        }}
      />
      <IconButton
        icon={BookmarkPlus}
        label={search.addToHandout}
        onClick={() => {
          read().addToHandout(row);
        }}
      />
    </>
  );
}

/** The sections above the row: without the document's own title, and without a heading's own text. */
function shownPath({ path, segmentKind }: SegmentRow, title: string): readonly string[] {
  const from = path[0] === title ? 1 : 0;
  return path.slice(from, segmentKind === 'heading' ? -1 : undefined);
}

/** A table's row as its heads and cells, so that a number says what it counts. */
function TableRow({ row }: { readonly row: SegmentRow }) {
  const { search } = useStrings();
  if (row.tableRow === null) return null;
  return (
    <>
      <span className={styles['rowNumber']}>{search.tableRow({ row: row.tableRow.number })}</span>
      {row.tableRow.cells.map(({ head, text, marks }, column) => (
        <span key={column} className={styles['cell']}>
          {head !== '' && <span className={styles['cellHead']}>{head} </span>}
          <MarkedText text={text} marks={marks} cutBefore={false} cutAfter={false} />{' '}
        </span>
      ))}
    </>
  );
}
