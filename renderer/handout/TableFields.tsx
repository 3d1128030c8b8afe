import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Anchor } from '../../shared/domain/annotation.ts';
import { LONGEST_LINE, type HandoutItem } from '../../shared/domain/handout.ts';
import { useStrings } from '../app/useStrings.ts';
import { distinctKeys } from '../ui/distinctKeys.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ItemText } from './ItemText.tsx';
import { moveItem } from './moveItem.ts';
import styles from './OutlineEditor.module.css';

type TableFieldsProps<Kind extends HandoutItem['kind']> = {
  readonly item: Extract<HandoutItem, { kind: Kind }>;
  readonly onChange: (item: HandoutItem) => void;
};

/** Title and rows of a comparison; each row has a label of the facilitator's and a quotation. */
export function ComparisonFields({ item, onChange }: TableFieldsProps<'comparison'>) {
  const { handout: words } = useStrings();
  const keys = rowKeys(item.rows.map((row) => row.anchor));
  return (
    <>
      <TitleField item={item} onChange={onChange} />
      {item.rows.length === 0 && <p className={styles['none']}>{words.emptyTable}</p>}
      {item.rows.map((row, index) => (
        <div className={styles['row']} key={keys[index]}>
          <ItemText
            label={words.rowLabel}
            longest={LONGEST_LINE}
            value={row.label}
            onChange={(label) => {
              onChange({ ...item, rows: item.rows.with(index, { ...row, label }) });
            }}
          />
          <span className={styles['quote']}>{row.anchor.quote}</span>
          <RowTools
            index={index}
            count={item.rows.length}
            onMove={(to) => {
              onChange({ ...item, rows: moveItem(item.rows, index, to) });
            }}
            onDelete={() => {
              onChange({ ...item, rows: item.rows.toSpliced(index, 1) });
            }}
          />
        </div>
      ))}
    </>
  );
}

/** Title and tasks; the departments are read from the document. */
export function TaskFields({ item, onChange }: TableFieldsProps<'tasks'>) {
  const keys = rowKeys(item.anchors);
  return (
    <>
      <TitleField item={item} onChange={onChange} />
      {item.anchors.map((anchor, index) => (
        <div className={styles['row']} key={keys[index]}>
          <span className={styles['quote']}>{anchor.quote}</span>
          <RowTools
            index={index}
            count={item.anchors.length}
            onMove={(to) => {
              onChange({ ...item, anchors: moveItem(item.anchors, index, to) });
            }}
            onDelete={() => {
              onChange({ ...item, anchors: item.anchors.toSpliced(index, 1) });
            }}
          />
        </div>
      ))}
    </>
  );
}

/** A passage may stand in a table twice. */
function rowKeys(anchors: readonly Anchor[]): readonly string[] {
  return distinctKeys(
    anchors.map(({ documentId, start, end }) => `${documentId}-${String(start)}-${String(end)}`),
  );
}

function TitleField({ item, onChange }: TableFieldsProps<'comparison' | 'tasks'>) {
  const { handout: words } = useStrings();
  return (
    <ItemText
      label={words.tableTitle}
      longest={LONGEST_LINE}
      value={item.title}
      onChange={(title) => {
        onChange({ ...item, title });
      }}
    />
  );
}

type RowToolsProps = {
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onDelete: () => void;
};

function RowTools({ index, count, onMove, onDelete }: RowToolsProps) {
  const { handout: words } = useStrings();
  return (
    <span className={styles['rowTools']}>
      <IconButton
        icon={ArrowUp}
        label={words.rowUp}
        disabled={index === 0}
        onClick={() => {
          onMove(index - 1);
        }}
      />
      <IconButton
        icon={ArrowDown}
        label={words.rowDown}
        disabled={index === count - 1}
        onClick={() => {
          onMove(index + 1);
        }}
      />
      <IconButton
        icon={X}
        label={words.deleteRow}
        onClick={({ currentTarget }) => {
          // The button goes with its row; the keyboard stays in the table.
          currentTarget.closest('li')?.focus();
          onDelete();
        }}
      />
    </span>
  );
}
