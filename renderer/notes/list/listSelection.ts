// Choosing several rows of a list as files are chosen: one by one, or from the last one touched to this one.

import type { AnnotationId } from '../../../shared/domain/ids.ts';

export type ListSelection = {
  readonly chosen: ReadonlySet<AnnotationId>;
  /** Where a stretch begins; null before anything was touched. */
  readonly anchor: AnnotationId | null;
  /** What was chosen when the stretch began: it stays chosen while the stretch grows and shrinks. */
  readonly base: ReadonlySet<AnnotationId>;
};

const none: ReadonlySet<AnnotationId> = new Set();

export const noSelection: ListSelection = { chosen: none, anchor: null, base: none };

/** Chooses one row or lets go of it; a stretch would begin there. */
export function toggle({ chosen }: ListSelection, id: AnnotationId): ListSelection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id, base: next };
}

/** Chooses everything between the anchor and this row, both with it, in the order of the list. */
export function extendTo(
  selection: ListSelection,
  order: readonly AnnotationId[],
  id: AnnotationId,
): ListSelection {
  const { anchor, base } = selection;
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (to < 0) return selection;
  if (from < 0) return toggle({ ...selection, chosen: none }, id);
  const stretch = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set([...base, ...stretch]), anchor, base };
}

export function chooseAll(order: readonly AnnotationId[]): ListSelection {
  const all = new Set(order);
  return { chosen: all, anchor: order[0] ?? null, base: all };
}
