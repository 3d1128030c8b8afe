import type { AnnotationId } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { forgetInHistory } from './history.ts';

/**
 * Takes away notes on no passage that were begun here and hold nothing, as if they had never been: no bin, no
 * tombstone, no step to undo. `only` is one of them, null all. One that ever held something stays. Answers how many went.
 */
export function dropUnwritten(db: BriefingDb, only: AnnotationId | null): number {
  const drop = db.prepare('DELETE FROM annotation WHERE id = ?');
  return db.transaction(() => {
    const ids = listUnwritten(db, only);
    for (const id of ids) {
      drop.run(id);
      forgetInHistory(db, 'annotation', id);
    }
    return ids.length;
  })();
}

function listUnwritten(db: BriefingDb, only: AnnotationId | null): readonly AnnotationId[] {
  return db
    .prepare<{ only: AnnotationId | null }, AnnotationId>(
      `SELECT id FROM annotation
       WHERE (@only IS NULL OR id = @only) AND target <> 'passage' AND note = '' AND type IS NULL
         AND NOT EXISTS (SELECT 1 FROM annotation_tag WHERE annotation_id = annotation.id)
         AND (SELECT group_concat(action) FROM history_change
              JOIN history_step ON history_step.id = step_id
              WHERE entity = 'annotation' AND entity_id = annotation.id) = 'create_annotation'
       ORDER BY id`,
    )
    .pluck()
    .all({ only });
}
