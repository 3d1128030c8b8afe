import { annotationSchema } from '../../shared/domain/annotation.ts';
import { annotationIdSchema } from '../../shared/domain/ids.ts';
import { findAnnotation, putAnnotation } from './annotation.ts';
import type { EntityStore } from './entityStore.ts';

/**
 * An undo is itself a change: `updatedAt` moves on, so that merging with another reader's copy keeps it.
 * Undoing a creation puts the annotation into the bin, never out of reach.
 */
export const annotationStore: EntityStore = {
  put: (db, row, at) => {
    putAnnotation(db, { ...annotationSchema.parse(row), updatedAt: at });
  },
  remove: (db, id, at) => {
    const annotation = findAnnotation(db, annotationIdSchema.parse(id));
    if (annotation !== null) putAnnotation(db, { ...annotation, updatedAt: at, deletedAt: at });
  },
};
