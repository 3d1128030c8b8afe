// The search of one open briefing: index, notes and vocabulary, and the rule that the newest query wins.

import type { Database } from 'better-sqlite3';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import type { SearchAnswer, SearchFilters } from '../../shared/ipc/searching.ts';
import { INDEX_VERSION, INDEX_VERSION_KEY } from '../../shared/search/indexFormat.ts';
import type { IndexDatabase, IndexStep } from '../../shared/search/writeIndexTables.ts';
import { writeIndexTables } from '../../shared/search/writeIndexTables.ts';
import type { Searched } from './answerQuery.ts';
import type { PageRequest } from './composePage.ts';
import { composePage, rankMatches } from './composePage.ts';
import { markText, segmentTextOf } from './composeRows.ts';
import { createGramIndex } from './createGramIndex.ts';
import type { NoteSource } from './noteIndex.ts';
import { createNoteIndex } from './noteIndex.ts';
import { openPackText } from './packText.ts';
import { runInSlices } from './runInSlices.ts';
import { openSegmentStore } from './segmentStore.ts';
import { openVocabulary } from './vocabularyReader.ts';

/** Hits of one document that can be marked and stepped through. */
const LISTED_RANGES = 5_000;

export type HitRanges = { readonly ranges: readonly TextRange[]; readonly isCut: boolean };

export type Searcher = {
  /** A page, or `superseded` when a newer call to `search` came before it was done. */
  readonly search: (request: PageRequest) => Promise<SearchAnswer>;
  /** All occurrences in one document, in text order and in units of its text. */
  readonly listHitRanges: (
    query: string,
    filters: SearchFilters,
    documentId: DocumentId,
  ) => Promise<HitRanges>;
  /** Call it after every change to notes. */
  readonly notesChanged: () => void;
  /** Resolves once the index has the right version; it never rejects before the briefing is closed. */
  readonly ready: Promise<void>;
  /** Stops a rebuild that is under way, before the briefing is closed. */
  readonly close: () => void;
};

export type SearcherOptions = {
  readonly db: Database;
  readonly notes: NoteSource;
  /** Told of every step while the index is built anew. */
  readonly onProgress: (step: IndexStep) => void;
};

/** Opens the search over a briefing; returns at once, even where the index must be built anew. */
export function createSearcher({ db, notes, onProgress }: SearcherOptions): Searcher {
  const noteIndex = createNoteIndex(notes);
  let isClosed = false;
  let newest = 0;

  const openParts = (hasGrams: boolean): Searched => openSearched(db, noteIndex, hasGrams);
  // Queries that come while the text is still being folded wait for it; then a scan answers them.
  let searched: Searched | Promise<Searched>;
  let ready: Promise<void> = Promise.resolve();
  if (readIndexVersion(db) === INDEX_VERSION) {
    searched = openParts(true);
  } else {
    let resolveFolded: (parts: Searched) => void = () => undefined;
    searched = new Promise((resolve) => {
      resolveFolded = resolve;
    });
    const rebuild = function* (): Generator<void, void> {
      for (const step of writeIndexTables(asIndexDatabase(db))) {
        onProgress(step);
        if (step.phase === 'folded') {
          searched = openParts(false);
          resolveFolded(searched);
        }
        yield;
      }
    };
    ready = runInSlices(rebuild(), () => isClosed).then((done) => {
      if (done !== null) searched = openParts(true);
    });
  }

  return {
    async search(request) {
      newest += 1;
      const own = newest;
      const started = performance.now();
      const parts = await searched;
      const page = await runInSlices(composePage(parts, request), () => own !== newest || isClosed);
      if (page === null) return { status: 'superseded' };
      return { ...page.value, millis: Math.round((performance.now() - started) * 10) / 10 };
    },
    async listHitRanges(query, filters, documentId) {
      const parts = await searched;
      const here = { ...filters, documentIds: [documentId] };
      const ranked = await runInSlices(
        rankMatches(parts, { query, filters: here }),
        () => isClosed,
      );
      if (ranked === null) return { ranges: [], isCut: false };
      const { answer, tally } = ranked.value;
      const ranges = tally.kept.slice(0, LISTED_RANGES).flatMap(({ segment }) => {
        const start = parts.segments.fact(segment, 'start');
        return markText(segmentTextOf(parts, segment), answer.marking).map((mark) => ({
          start: start + mark.start,
          end: start + mark.end,
        }));
      });
      return { ranges: ranges.slice(0, LISTED_RANGES), isCut: tally.total > LISTED_RANGES };
    },
    notesChanged: () => {
      noteIndex.changed();
    },
    ready,
    close: () => {
      isClosed = true;
    },
  };
}

/** The connection as the writer in `shared` sees it. */
function asIndexDatabase(db: Database): IndexDatabase {
  return { exec: (sql) => db.exec(sql), prepare: (sql) => db.prepare(sql) };
}

/** Opens what a search reads, with the index or, without it, for a plain scan. */
export function openSearched(db: Database, notes: Searched['notes'], hasGrams: boolean): Searched {
  const segments = openSegmentStore(db);
  const text = openPackText(db);
  const lengths = new Int32Array(text.documents.length);
  for (let segment = 0; segment < segments.segmentCount; segment += 1) {
    lengths[segments.fact(segment, 'document')] = segments.fact(segment, 'end');
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
