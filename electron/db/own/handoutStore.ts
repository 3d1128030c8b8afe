import { handoutSchema } from '../../../shared/domain/handout.ts';
import { handoutIdSchema } from '../../../shared/domain/ids.ts';
import type { EntityStore } from './entityStore.ts';
import { findHandout, putHandout } from './handout.ts';

/** How undo and redo bring handouts back; one that is taken away rests in the bin. */
export const handoutStore: EntityStore = {
  put(db, row) {
    putHandout(db, handoutSchema.parse(row));
  },
  remove(db, id, at) {
    const handout = findHandout(db, handoutIdSchema.parse(id));
    if (handout !== null) putHandout(db, { ...handout, deletedAt: at });
  },
};
