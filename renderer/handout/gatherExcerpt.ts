// An excerpt becomes a row of the nearest table above it; a new table takes its place where there is none.

import type { HandoutItem } from '../../shared/domain/handout.ts';
import { newItemId } from './newItem.ts';

/** Gathers the excerpt at `index` into a comparison. Anything but an excerpt leaves the list as it is. */
export function gatherIntoComparison(
  items: readonly HandoutItem[],
  index: number,
): readonly HandoutItem[] {
  const excerpt = items[index];
  if (excerpt?.kind !== 'excerpt') return items;
  const row = { label: '', anchor: excerpt.anchor };
  const at = nearestAbove(items, index, 'comparison');
  const table = items[at];
  if (table?.kind !== 'comparison') {
    return items.with(index, { id: newItemId(), kind: 'comparison', title: '', rows: [row] });
  }
  return items.with(at, { ...table, rows: [...table.rows, row] }).toSpliced(index, 1);
}

/** Gathers the excerpt at `index` into a task list. Anything but an excerpt leaves the list as it is. */
export function gatherIntoTasks(
  items: readonly HandoutItem[],
  index: number,
): readonly HandoutItem[] {
  const excerpt = items[index];
  if (excerpt?.kind !== 'excerpt') return items;
  const at = nearestAbove(items, index, 'tasks');
  const table = items[at];
  if (table?.kind !== 'tasks') {
    return items.with(index, {
      id: newItemId(),
      kind: 'tasks',
      title: '',
      anchors: [excerpt.anchor],
    });
  }
  return items
    .with(at, { ...table, anchors: [...table.anchors, excerpt.anchor] })
    .toSpliced(index, 1);
}

/** -1 when no such table stands above. */
function nearestAbove(
  items: readonly HandoutItem[],
  index: number,
  kind: HandoutItem['kind'],
): number {
  return items.findLastIndex((item, place) => place < index && item.kind === kind);
}
