import type { Database } from 'better-sqlite3';
import type { Searched } from '../../electron/search/answerQuery.ts';
import { openSearched } from '../../electron/search/createSearcher.ts';
import { listedNotes } from '../../electron/search/listedNotes.ts';
import type { SearchableNote } from '../../electron/search/noteIndex.ts';
import { createNoteIndex } from '../../electron/search/noteIndex.ts';
import type { SearchFilters } from '../../shared/ipc/searching.ts';

/** No filter chosen with the mouse. */
export const everything: SearchFilters = { scope: null, documentIds: [], kinds: [], leads: [] };

/** What a search runs on, over a pack with its index and these notes. */
export function openSearchedPack(db: Database, notes: readonly SearchableNote[] = []): Searched {
  return openSearched(db, createNoteIndex(listedNotes(notes)));
}
