import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import type { HandoutItem } from '../../shared/domain/handout.ts';
import { useStrings } from '../app/useStrings.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ItemFields } from './ItemFields.tsx';
import styles from './OutlineEditor.module.css';

/** What a dragged item carries: its id. */
export const itemDragType = 'application/x-yandu-item';

type OutlineItemProps = {
  readonly item: HandoutItem;
  readonly index: number;
  readonly number: string;
  readonly warning: 'edited' | 'different' | 'missing' | null;
  readonly isDropPlace: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onChange: (item: HandoutItem) => void;
  readonly onDelete: () => void;
  readonly onEnter: () => void;
  readonly onToComparison: () => void;
  readonly onToTasks: () => void;
};

/** One item of the outline: grip, what it says, and what can be done with it. */
export function OutlineItem(props: OutlineItemProps) {
  const { item, index, number, warning } = props;
  const { handout: words } = useStrings();
  return (
    <li
      className={styles['item']}
      data-kind={item.kind}
      data-drop={props.isDropPlace}
      aria-label={words.itemName(index + 1, words.kinds[item.kind])}
      tabIndex={0}
      onFocus={props.onEnter}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        props.onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <span
        className={styles['grip']}
        title={words.drag}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(itemDragType, item.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <GripVertical size={16} strokeWidth={1.75} aria-hidden />
      </span>
      {number !== '' && <span className={styles['number']}>{number}</span>}
      <div className={styles['fields']}>
        <ItemFields
          item={item}
          onChange={props.onChange}
          onToComparison={props.onToComparison}
          onToTasks={props.onToTasks}
        />
        {warning !== null && <p className={styles['warning']}>{words.unequal[warning]}</p>}
      </div>
      <span className={styles['kind']}>{words.kinds[item.kind]}</span>
      <span className={styles['tools']}>
        <IconButton
          icon={ArrowUp}
          label={words.moveUp}
          onClick={() => {
            props.onMove(-1);
          }}
        />
        <IconButton
          icon={ArrowDown}
          label={words.moveDown}
          onClick={() => {
            props.onMove(1);
          }}
        />
        <IconButton icon={X} label={words.deleteItem} onClick={props.onDelete} />
      </span>
    </li>
  );
}
