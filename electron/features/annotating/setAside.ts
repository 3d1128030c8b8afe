// Turning down where a mark of another edition might stand now, and looking for its passage anew.

import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';
import { findAnnotation } from '../../db/own/annotation.ts';
import { getPackVersion } from '../../db/own/edition.ts';
import { recordStep } from '../../db/own/history.ts';
import { listResolutions } from '../../db/own/resolution.ts';
import { setAsideStore, type SetAside } from '../../db/own/setAsideStore.ts';
import type { FeatureDeps } from '../featureDeps.ts';

/** From now on the mark stands nowhere in this edition. */
export function setAside({ db, now }: FeatureDeps, id: AnnotationId): Result<null> {
  const row = rowOf(db, id);
  if (row === null) return failure('annotation_missing');
  const at = now();
  db.transaction(() => {
    setAsideStore.put(db, row, at);
    recordStep(db, {
      at,
      action: 'set_aside',
      changes: [{ entity: 'set_aside', id, before: null, after: row }],
    });
  })();
  return ok(null);
}

/** Forgets what was decided or not found. Only what is found again is a step to undo. */
export async function seekAgain(
  { db, now }: FeatureDeps,
  id: AnnotationId,
): Promise<Result<{ readonly isFound: boolean }>> {
  const row = rowOf(db, id);
  if (row === null) return failure('annotation_missing');
  const at = now();
  setAsideStore.remove(db, id, at);
  const found = (await listResolutions(db)).find((one) => one.id === id);
  const isFound = found !== undefined && found.resolution.status !== 'gone';
  if (isFound) {
    const changes = [{ entity: 'set_aside' as const, id, before: row, after: null }];
    db.transaction(() => {
      recordStep(db, { at, action: 'seek_again', changes });
    })();
  }
  return ok({ isFound });
}

function rowOf(db: FeatureDeps['db'], id: AnnotationId): SetAside | null {
  const annotation = findAnnotation(db, id);
  if (annotation?.target.kind !== 'passage') return null;
  return { id, anchor: annotation.target.anchor, packVersion: getPackVersion(db) };
}
