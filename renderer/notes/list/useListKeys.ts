import { useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { AnnotationId } from '../../../shared/domain/ids.ts';

export type ListKeys = {
  /** The row that the Tab key comes to; null in an empty list. */
  readonly current: AnnotationId | null;
  readonly setCurrent: (id: AnnotationId) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

type KeyTargets = {
  /** The rows in the order of the list. */
  readonly order: readonly AnnotationId[];
  readonly hasChosen: boolean;
  readonly toggle: (id: AnnotationId) => void;
  readonly extendTo: (id: AnnotationId) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
  /** Deletes what is chosen, else this row, and says which rows go. */
  readonly remove: (id: AnnotationId) => ReadonlySet<AnnotationId>;
};

/** The keys of the list: arrows go, Shift chooses on the way, Space chooses, Ctrl A all, Esc none, Delete deletes. */
export function useListKeys(targets: KeyTargets): ListKeys {
  const [last, setCurrent] = useState<AnnotationId | null>(null);
  const { order } = targets;
  const current = last !== null && order.includes(last) ? last : (order[0] ?? null);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const id = rowOf(event.target, order);
    if (id === null) return;
    const next = order[stepOf(event.key, order.indexOf(id), order.length)];
    if (next !== undefined) {
      event.preventDefault();
      // Drawn at once, so that the next key finds the row that this one goes to.
      flushSync(() => {
        if (event.shiftKey) {
          if (!targets.hasChosen) targets.extendTo(id);
          targets.extendTo(next);
        }
        setCurrent(next);
      });
      focusRow(event.currentTarget, next);
      return;
    }
    if (event.key === 'Delete') {
      const gone = targets.remove(id);
      const rest = order.filter((one) => one === id || !gone.has(one));
      const at = rest.indexOf(id);
      const stays = rest[at + 1] ?? rest[at - 1];
      if (stays !== undefined) focusRow(event.currentTarget, stays);
    } else if (!act(event, id, targets)) return;
    event.preventDefault();
  };
  return { current, setCurrent, onKeyDown };
}

/** True when the key meant something. */
function act(event: KeyboardEvent<HTMLElement>, id: AnnotationId, targets: KeyTargets): boolean {
  if (event.key === ' ' && event.target instanceof HTMLButtonElement) {
    if (event.shiftKey) targets.extendTo(id);
    else targets.toggle(id);
    return true;
  }
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    targets.chooseAll();
    return true;
  }
  if (event.key === 'Escape' && targets.hasChosen) {
    targets.clear();
    return true;
  }
  return false;
}

/** The row a key was pressed in, if on its own controls: a note being written in the list keeps its keys. */
function rowOf(target: EventTarget, order: readonly AnnotationId[]): AnnotationId | null {
  if (!(target instanceof HTMLElement) || target.dataset['rowControl'] === undefined) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return order.find((id) => id === row) ?? null;
}

function stepOf(key: string, index: number, count: number): number {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

function focusRow(list: HTMLElement, id: AnnotationId): void {
  list.querySelector<HTMLElement>(`[data-row="${id}"] button[data-row-control]`)?.focus();
}
