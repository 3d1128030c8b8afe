import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { HandoutItem } from '../../shared/domain/handout.ts';
import { itemNumbers } from '../../shared/handout/itemNumbers.ts';
import { excerptOf } from '../../shared/handout/draftItems.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { excerptDragType } from './ExcerptCard.tsx';
import { gatherIntoComparison, gatherIntoTasks } from './gatherExcerpt.ts';
import { moveItem } from './moveItem.ts';
import { blankKinds, newItem } from './newItem.ts';
import styles from './OutlineEditor.module.css';
import { itemDragType, OutlineItem } from './OutlineItem.tsx';
import type { HandoutDraft } from './useHandoutDraft.ts';

/** The items of a handout in order: written in place, moved by drag or Alt with the arrows. */
export function OutlineEditor({ draft }: { readonly draft: HandoutDraft }) {
  const { handout: words } = useStrings();
  const announce = useAnnounce();
  const { data: annotations = [] } = useAnswer('listAnnotations', {});
  const { data: quotes } = useAnswer(
    'checkQuotes',
    { id: draft.handout.id },
    { keepPrevious: true },
  );
  const [dropAt, setDropAt] = useState<number | null>(null);
  const { items } = draft.handout;
  const numbers = itemNumbers(items);
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, to: number): void => {
    const moved = moveItem(items, from, to);
    if (moved === items) return;
    draft.changeItems(moved);
    announce(words.moved(to + 1));
  };
  /** The item with the keyboard goes away: the one that is then at `next` has it. */
  const replace = (changed: readonly HandoutItem[], next: number): void => {
    flushSync(() => {
      draft.changeItems(changed);
    });
    const item = list.current?.children[Math.min(next, changed.length - 1)] ?? list.current;
    if (item instanceof HTMLElement) item.focus();
  };
  const gatherInto = (kind: 'comparison' | 'tasks', index: number): void => {
    const gather = kind === 'comparison' ? gatherIntoComparison : gatherIntoTasks;
    const gathered = gather(items, index);
    replace(
      gathered,
      gathered.findLastIndex((item, place) => place <= index && item.kind === kind),
    );
  };
  const drop = (data: DataTransfer, at: number): void => {
    const dragged = items.findIndex((item) => item.id === data.getData(itemDragType));
    if (dragged >= 0) {
      move(dragged, at > dragged ? at - 1 : at);
      return;
    }
    const annotation = annotations.find((one) => one.id === data.getData(excerptDragType));
    const excerpt = annotation ? excerptOf(annotation, () => crypto.randomUUID()) : null;
    if (excerpt) draft.changeItems(items.toSpliced(at, 0, excerpt));
  };

  return (
    <>
      {items.length === 0 && <p className={styles['none']}>{words.emptyOutline}</p>}
      <ol
        ref={list}
        tabIndex={-1}
        className={styles['list']}
        aria-label={words.outline}
        onDragOver={(event) => {
          if (!isOurs(event.dataTransfer)) return;
          event.preventDefault();
          setDropAt(placeAt(event.currentTarget, event.clientY));
        }}
        onDragLeave={() => {
          setDropAt(null);
        }}
        onDrop={(event) => {
          if (!isOurs(event.dataTransfer)) return;
          event.preventDefault();
          drop(event.dataTransfer, dropAt ?? items.length);
          setDropAt(null);
        }}
      >
        {items.map((item, index) => (
          <OutlineItem
            key={item.id}
            item={item}
            index={index}
            number={numbers[index] ?? ''}
            warning={quotes?.unequal.find((one) => one.itemId === item.id)?.status ?? null}
            isDropPlace={dropAt === index}
            onMove={(by) => {
              move(index, index + by);
            }}
            onChange={(changed) => {
              draft.changeItems(items.with(index, changed));
            }}
            onDelete={() => {
              replace(items.toSpliced(index, 1), index);
            }}
            onEnter={() => {
              draft.setCursor(item.id);
            }}
            onToComparison={() => {
              gatherInto('comparison', index);
            }}
            onToTasks={() => {
              gatherInto('tasks', index);
            }}
          />
        ))}
      </ol>
      <div className={styles['adders']}>
        {blankKinds.map((kind) => (
          <Button
            key={kind}
            kind="quiet"
            aria-label={words.add(words.kinds[kind])}
            onClick={() => {
              draft.insert([newItem(kind)]);
            }}
          >
            ＋ {words.kinds[kind]}
          </Button>
        ))}
        <Minutes items={items} />
      </div>
    </>
  );
}

/** A card or an item; words and files that are dragged are for a field, or for nothing. */
function isOurs({ types }: DataTransfer): boolean {
  return types.includes(itemDragType) || types.includes(excerptDragType);
}

/** Where in the list something at this height belongs: before the first item whose middle is below. */
function placeAt(list: HTMLElement, y: number): number {
  const below = [...list.children].findIndex((item) => {
    const { top, height } = item.getBoundingClientRect();
    return y < top + height / 2;
  });
  return below < 0 ? list.children.length : below;
}

function Minutes({ items }: { readonly items: readonly HandoutItem[] }) {
  const { handout: words } = useStrings();
  const total = items.reduce(
    (sum, item) => sum + (item.kind === 'heading' ? (item.minutes ?? 0) : 0),
    0,
  );
  return total === 0 ? null : <span className={styles['total']}>{words.total(total)}</span>;
}
