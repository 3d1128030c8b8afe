import type { Annotation } from '../../../shared/domain/annotation.ts';
import type { HistoryChange } from '../../db/own/history.ts';

/** What the history keeps of one annotation's change; null before means that it was made. */
export function changeOf(before: Annotation | null, after: Annotation): HistoryChange {
  return { entity: 'annotation', id: after.id, before, after };
}
