import type { AnnotationStates } from '../../../shared/annotationExchange/exchangedAnnotation.ts';
import type { ImportCounts } from '../../../shared/annotationExchange/importCounts.ts';
import { laterOf } from '../../../shared/annotationExchange/mergeStates.ts';
import { tagIdSchema, type IsoTime, type TagId } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { loadStates, putState } from './exchange.ts';
import { recordStep } from './history.ts';

type MergeDeps = {
  readonly db: BriefingDb;
  readonly now: () => IsoTime;
  readonly newId: () => string;
};

/** Merges another reader's annotations in: one transaction, one step of the history, however many there are. */
export function mergeAnnotations(
  { db, now, newId }: MergeDeps,
  incoming: AnnotationStates,
): ImportCounts {
  const known = loadStates(db);
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const at = now();
  const newTagId = (): TagId => tagIdSchema.parse(newId());
  db.transaction(() => {
    const changes = [...incoming].flatMap(([id, state]) => {
      const before = known.get(id);
      const isLive = before?.kind === 'live';
      if (before !== undefined && laterOf(before, state) === before) {
        counts.unchanged += 1;
        return [];
      }
      if (state.kind === 'deleted') counts[isLive ? 'removed' : 'unchanged'] += 1;
      else counts[isLive ? 'changed' : 'added'] += 1;
      return putState(db, state, { at, newTagId });
    });
    if (changes.length > 0) recordStep(db, { at, action: 'import_annotations', changes });
  })();
  return counts;
}
