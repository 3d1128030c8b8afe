import type { NoteSource, SearchableNote } from './noteIndex.ts';

/** A source of notes that are at hand and never change; a pack has none. */
export function listedNotes(notes: readonly SearchableNote[] = []): NoteSource {
  return {
    *listNotes() {
      return notes;
    },
    version: () => 0,
  };
}
