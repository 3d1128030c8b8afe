// The search of one open briefing: index, notes and vocabulary, and the rule that the newest query wins.

import type { Database } from 'better-sqlite3';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { SearchAnswer } from '../../shared/ipc/searching.ts';
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
import { openPlainStore } from './plainStore.ts';
import { openSegmentStore } from './segmentStore.ts';
import { openVocabulary } from './vocabularyReader.ts';

export type Searcher = {
  /**
   * Reads what every answer needs, so that the first letter typed does not wait for it; gives way to that
   * letter. Throws what the database throws.
   */
  readonly prepare: () => Promise<void>;
  /** A page, or `superseded` when a newer call to `search` came before it was done. */
  readonly search: (request: PageRequest) => Promise<SearchAnswer>;
  /** All occurrences in one document. */
  readonly listHitRanges: (
    request: Omit<PageRequest, 'offset' | 'limit'>,
    documentId: DocumentId,
  ) => Promise<HitRanges>;
  /** True once the index has the right version, false when it could not be written: a scan goes on. */
  readonly ready: Promise<boolean>;
};

/** A question whose answer nobody sees; of a character so frequent that it has a page of rows. */
const practice: PageRequest = {
  query: '的',
  filters: { scope: null, documentIds: [], kinds: [], leads: [] },
  fuzzyPinyin: false,
  offset: 0,
  limit: 30,
};

type SearcherOptions = {
  readonly db: Database;
  readonly notes: NoteSource;
};

/** Opens the search over a briefing; returns at once, even where the index must be built anew. */
export function createSearcher({ db, notes }: SearcherOptions): Searcher {
  const noteIndex = createNoteIndex(notes);
  const isClosed = (): boolean => !db.open;
  let newest = 0;
  let asked = 0;
  let indexing = readIndexVersion(db) === INDEX_VERSION ? null : startIndexing(db, () => asked > 0);
  let indexed = indexing === null ? openSearched(db, noteIndex) : null;
  const ready = (indexing?.written ?? Promise.resolve(true)).then((isWritten) => {
    if (isWritten) indexed ??= openSearched(db, noteIndex);
    indexing = null;
    return isWritten;
  });

  // Opened by the first query that finds no index.
  let plain: ReturnType<typeof openPlain> | null = null;
  const openPlain = () => runInSlices(openScanned(db, noteIndex), isClosed);

  /** Runs a query's work on what can answer now; null when it was given up. The index waits meanwhile. */
  const answer = async <Value>(
    work: (searched: Searched) => Generator<unknown, Value>,
    isStale: () => boolean,
  ): Promise<{ readonly value: Value } | null> => {
    asked += 1;
    try {
      const searched = indexed ?? (await (plain ??= openPlain()))?.value;
      if (searched === undefined || isStale()) return null;
      return await runInSlices(work(searched), isStale);
    } finally {
      asked -= 1;
    }
  };

  return {
    async prepare() {
      // A scan would read all texts.
      if (indexed === null) return;
      await answer(
        (searched) => composePage(searched, practice),
        () => newest > 0 || isClosed(),
      );
    },
    async search(request) {
      newest += 1;
      const own = newest;
      const started = performance.now();
      const page = await answer(
        (searched) => composePage(searched, request),
        () => own !== newest || isClosed(),
      );
      if (page === null) return { status: 'superseded' };
      const millis = Math.round((performance.now() - started) * 10) / 10;
      return { ...page.value, millis, indexProgress: indexing?.progress() ?? null };
    },
    async listHitRanges(request, documentId) {
      const filters = { ...request.filters, documentIds: [documentId] };
      const listed = await answer(
        (searched) => listHitRanges(searched, { ...request, filters }),
        isClosed,
      );
      return listed?.value ?? { offsets: [], isCut: false };
    },
    ready,
  };
}

/** Opens what a search reads, with its index. */
export function openSearched(db: Database, notes: Searched['notes']): Searched {
  const segments = openSegmentStore(db);
  return composeSearched(db, notes, openPackText(db), segments, createGramIndex(db));
}

/** The same for a plain scan, without an index. Yields where the work may pause. */
export function* openScanned(db: Database, notes: Searched['notes']): Generator<void, Searched> {
  const text = openPackText(db);
  const segments = yield* openPlainStore(db, text);
  return composeSearched(db, notes, text, segments, null);
}

function composeSearched(
  db: Database,
  notes: Searched['notes'],
  text: Searched['text'],
  segments: Searched['segments'],
  grams: Searched['grams'],
): Searched {
  const lengths = new Int32Array(text.documents.length);
  for (let segment = 0; segment < segments.segmentCount; segment += 1) {
    lengths[segments.documentOf(segment)] = segments.endOf(segment);
  }
  return { segments, text, grams, notes, vocabulary: openVocabulary(db), lengths };
}

/** The version that wrote the index, or null where none was finished. */
export function readIndexVersion(db: Database): string | null {
  const version = db
    .prepare<[string], string>('SELECT value FROM index_info WHERE key = ?')
    .pluck()
    .get(INDEX_VERSION_KEY);
  return version ?? null;
}
