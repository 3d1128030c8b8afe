// The reader's notes as the search reads them from the briefing.

import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { annotationIdSchema, documentIdSchema } from '../../shared/domain/ids.ts';
import type { NoteSource } from './noteIndex.ts';

const rowSchema = z.strictObject({
  id: annotationIdSchema,
  note: z.string(),
  document_id: documentIdSchema.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
});

/**
 * Notes outside the bin. `version` counts the changes of the whole connection: whatever writes a note
 * makes the next search read the notes again, without having to tell anyone.
 */
export function openNoteSource(db: Database): NoteSource {
  const countChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  const selectNotes = db.prepare(
    `SELECT id, note, document_id, start, end FROM annotation
WHERE deleted_at IS NULL AND note <> '' ORDER BY updated_at DESC, id`,
  );
  return {
    version: () => countChanges.get() ?? 0,
    listNotes: () =>
      selectNotes
        .all()
        .map((row) => rowSchema.parse(row))
        .map(({ id, note, document_id: documentId, start, end }) => ({
          id,
          text: note,
          place:
            documentId === null || start === null || end === null
              ? null
              : { documentId, start, end },
        })),
  };
}
