// The search of one open briefing: index, notes and vocabulary, and the rule that the newest query wins.

import type { Database } from 'better-sqlite3';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { SearchAnswer, SearchFilters } from '../../shared/ipc/searching.ts';
import { INDEX_VERSION, INDEX_VERSION_KEY } from '../../shared/search/indexFormat.ts';
import type { Searched } from './answerQuery.ts';
import type { PageRequest } from './composePage.ts';
import { composePage } from './composePage.ts';
import { createGramIndex } from './createGramIndex.ts';
import type { NoteSource } from './noteIndex.ts';
import { createNoteIndex } from './noteIndex.ts';
import type { HitRanges } from './listHitRanges.ts';
import { listHitRanges } from './listHitRanges.ts';
import { startIndexing } from './startIndexing.ts';
import { openPackText } from './packText.ts';
import { runInSlices } from './runInSlices.ts';
import { openSegmentStore } from './segmentStore.ts';
import { openVocabulary } from './vocabularyReader.ts';

export type Searcher = {
  /** A page, or `superseded` when a newer call to `search` came before it was done. */
  readonly search: (request: PageRequest) => Promise<SearchAnswer>;
  /** All occurrences in one document. */
  readonly listHitRanges: (
    query: string,
    filters: SearchFilters,
    documentId: DocumentId,
  ) => Promise<HitRanges>;
  /** True once the index has the right version, false when it could not be written: a scan goes on. */
  readonly ready: Promise<boolean>;
};

type SearcherOptions = {
  readonly db: Database;
  readonly notes: NoteSource;
};

/** Opens the search over a briefing; returns at once, even where the index must be built anew. */
export function createSearcher({ db, notes }: SearcherOptions): Searcher {
  const noteIndex = createNoteIndex(notes);
  const openParts = (hasGrams: boolean): Searched => openSearched(db, noteIndex, hasGrams);
  const isClosed = (): boolean => !db.open;
  let newest = 0;
  let indexing = readIndexVersion(db) === INDEX_VERSION ? null : startIndexing(db);
  let searched: Promise<Searched> | Searched = indexing
    ? indexing.folded.then(() => openParts(false))
    : openParts(true);
  const ready = (indexing?.written ?? Promise.resolve(true)).then((isWritten) => {
    if (isWritten && indexing !== null) searched = openParts(true);
    indexing = null;
    return isWritten;
  });

  return {
    async search(request) {
      newest += 1;
      const own = newest;
      const started = performance.now();
      const parts = await searched;
      const isStale = (): boolean => own !== newest || isClosed();
      const page = isStale() ? null : await runInSlices(composePage(parts, request), isStale);
      if (page === null) return { status: 'superseded' };
      const millis = Math.round((performance.now() - started) * 10) / 10;
      return { ...page.value, millis, indexProgress: indexing?.progress() ?? null };
    },
    async listHitRanges(query, filters, documentId) {
      const parts = await searched;
      const here = { ...filters, documentIds: [documentId] };
      const listed = await runInSlices(listHitRanges(parts, { query, filters: here }), isClosed);
      return listed?.value ?? { offsets: [], isCut: false };
    },
    ready,
  };
}

/** Opens what a search reads, with the index or, without it, for a plain scan. */
export function openSearched(db: Database, notes: Searched['notes'], hasGrams: boolean): Searched {
  const segments = openSegmentStore(db);
  const text = openPackText(db);
  const lengths = new Int32Array(text.documents.length);
  for (let segment = 0; segment < segments.segmentCount; segment += 1) {
    lengths[segments.documentOf(segment)] = segments.endOf(segment);
  }
  return {
    segments,
    text,
    grams: hasGrams ? createGramIndex(db) : null,
    notes,
    vocabulary: openVocabulary(db),
    lengths,
  };
}

/** The version that wrote the index, or null where none was finished. */
export function readIndexVersion(db: Database): string | null {
  const version = db
    .prepare<[string], string>('SELECT value FROM index_info WHERE key = ?')
    .pluck()
    .get(INDEX_VERSION_KEY);
  return version ?? null;
}
