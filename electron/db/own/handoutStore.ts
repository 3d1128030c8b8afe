import { changeTime } from '../../../shared/annotationExchange/changeTime.ts';
import { handoutSchema } from '../../../shared/domain/handout.ts';
import { handoutIdSchema } from '../../../shared/domain/ids.ts';
import type { EntityStore } from './entityStore.ts';
import { findHandout, putHandout } from './handout.ts';

/** How undo and redo bring handouts back; one that is taken away rests in the bin. Either is a change of its own time. */
export const handoutStore: EntityStore = {
  put(db, row, at) {
    const handout = handoutSchema.parse(row);
    const known = findHandout(db, handout.id) ?? handout;
    putHandout(db, { ...handout, updatedAt: changeTime(at, known.updatedAt) });
  },
  remove(db, id, at) {
    const handout = findHandout(db, handoutIdSchema.parse(id));
    if (handout === null) return;
    putHandout(db, { ...handout, updatedAt: changeTime(at, handout.updatedAt), deletedAt: at });
  },
};
