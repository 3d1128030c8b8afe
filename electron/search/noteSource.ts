// The reader's notes as the search reads them from the briefing.

import { z } from 'zod';
import type { Resolution } from '../../shared/anchoring/resolveAnchor.ts';
import { annotationIdSchema, documentIdSchema } from '../../shared/domain/ids.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { replaceLinks } from '../../shared/notes/parseNote.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getPackVersion } from '../db/own/edition.ts';
import { resolveAnnotations } from '../db/own/resolution.ts';
import type { NoteSource, SearchableNote } from './noteIndex.ts';

const rowSchema = z.strictObject({
  id: annotationIdSchema,
  note: z.string(),
  document_id: documentIdSchema.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  pack_version: z.int().nullable(),
});
type Row = z.infer<typeof rowSchema>;

/**
 * Notes outside the bin. `version` counts the changes of the whole connection: whatever writes a note
 * makes the next search read the notes again, without having to tell anyone. A note made on another edition
 * of the pack stands where its passage is found in this one.
 */
export function openNoteSource(db: BriefingDb): NoteSource {
  const countChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  const selectNotes = db.prepare(
    `SELECT id, note, document_id, start, end, pack_version FROM annotation
WHERE deleted_at IS NULL AND note <> '' ORDER BY updated_at DESC, id`,
  );
  // Finding passages anew takes long: it is done once for the same passages.
  let resolved: {
    readonly passages: string;
    readonly resolutions: ReadonlyMap<string, Resolution>;
  } = { passages: '', resolutions: new Map() };

  return {
    version: () => countChanges.get() ?? 0,
    *listNotes() {
      const rows = selectNotes.all().map((row) => rowSchema.parse(row));
      const version = getPackVersion(db);
      const passages = rows
        .filter((row) => row.pack_version !== null && row.pack_version !== version)
        .map((row) => JSON.stringify({ ...row, note: '' }))
        .sort()
        .join();
      if (passages !== resolved.passages) {
        const list = yield* resolveAnnotations(db);
        const resolutions = new Map(list.map(({ id, resolution }) => [id, resolution]));
        resolved = { passages, resolutions };
      }
      return rows.map((row) => place(row, resolved.resolutions.get(row.id)));
    },
  };
}

/** Where the note stands; a passage that only resembles its own, or none, is for the reader to decide on. */
function place(row: Row, resolution: Resolution | undefined): SearchableNote {
  const { id, note, document_id: documentId, start, end } = row;
  // A link is found by what it is called, not by its address.
  const text = replaceLinks(note, ({ label }) => label ?? '');
  const own = { id, text, documentId };
  if (documentId === null || start === null || end === null) {
    return { ...own, standing: 'unmarked', place: null };
  }
  switch (resolution?.status) {
    case undefined:
      return { ...own, standing: 'placed', place: { documentId, start, end } };
    case 'unchanged':
    case 'moved': {
      const { place: found } = resolution;
      return { ...own, documentId: found.documentId, standing: 'placed', place: found };
    }
    case 'changed':
      return { ...own, standing: 'review', place: null };
    case 'gone':
      return { ...own, standing: 'gone', place: null };
    default:
      return assertNever(resolution);
  }
}
