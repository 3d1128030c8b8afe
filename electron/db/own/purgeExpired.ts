import { isoTimeSchema, type AnnotationId, type IsoTime } from '../../../shared/domain/ids.ts';
import { eraseAnnotation } from './annotation.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long what was deleted rests in the bin. */
const BIN_DAYS = 30;

/**
 * Forgets steps of the history older than a day, with all before them, and empties the bin of what has rested its
 * time here: an imported deletion may be older.
 */
export function purgeExpired(db: BriefingDb, now: IsoTime): void {
  db.transaction(() => {
    db.prepare(
      'DELETE FROM history_step WHERE id <= (SELECT max(id) FROM history_step WHERE at < ?)',
    ).run(daysBefore(now, 1));
    const expired = db
      .prepare<[string], { readonly id: AnnotationId }>(
        'SELECT id FROM annotation WHERE max(deleted_at, updated_at) < ? ORDER BY id',
      )
      .all(daysBefore(now, BIN_DAYS));
    for (const { id } of expired) eraseAnnotation(db, id);
    db.prepare('DELETE FROM handout WHERE deleted_at < ?').run(daysBefore(now, BIN_DAYS));
  })();
}

function daysBefore(now: IsoTime, days: number): IsoTime {
  return isoTimeSchema.parse(new Date(Date.parse(now) - days * DAY).toISOString());
}
