import { changeTime } from '../../../shared/annotationExchange/changeTime.ts';
import { annotationSchema } from '../../../shared/domain/annotation.ts';
import { annotationIdSchema } from '../../../shared/domain/ids.ts';
import { findAnnotation, putAnnotation } from './annotation.ts';
import type { EntityStore } from './entityStore.ts';

/**
 * An undo is itself a change: its time moves on, so that merging with another reader's copy keeps it.
 * Undoing a creation puts the annotation into the bin, never out of reach.
 */
export const annotationStore: EntityStore = {
  put: (db, row, at) => {
    const annotation = annotationSchema.parse(row);
    const known = findAnnotation(db, annotation.id) ?? annotation;
    const time = changeTime(at, known.updatedAt);
    putAnnotation(db, {
      ...annotation,
      updatedAt: time,
      deletedAt: annotation.deletedAt === null ? null : time,
    });
  },
  remove: (db, id, at) => {
    const annotation = findAnnotation(db, annotationIdSchema.parse(id));
    if (annotation === null) return;
    const time = changeTime(at, annotation.updatedAt);
    putAnnotation(db, { ...annotation, updatedAt: time, deletedAt: time });
  },
};
