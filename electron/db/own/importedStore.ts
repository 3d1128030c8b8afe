import { annotationSchema } from '../../../shared/domain/annotation.ts';
import { putAnnotation } from './annotation.ts';
import type { EntityStore } from './entityStore.ts';

/**
 * An import that is taken back is as if it had not been: rows stand again as they were, times and all, and what
 * it brought leaves no deletion. So it can be imported again, and an export does not delete it at its author's.
 */
export const importedStore: EntityStore = {
  put: (db, row) => {
    putAnnotation(db, annotationSchema.parse(row));
  },
  remove: (db, id) => {
    db.prepare('DELETE FROM annotation WHERE id = ?').run(id);
  },
};
