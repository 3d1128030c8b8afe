// One page of results: true counts, facets, ranked rows grouped by document, notes, and what to try instead.

import { segmentKinds } from '../../shared/domain/segment.ts';
import type {
  DocumentGroup,
  NoteRow,
  SearchFilters,
  SearchPage,
  SegmentRow,
} from '../../shared/ipc/searching.ts';
import { takeBest } from '../../shared/search/takeBest.ts';
import type { QueryAnswer, Question, Searched } from './answerQuery.ts';
import { answerQuery } from './answerQuery.ts';
import type { Marking } from './composeRows.ts';
import { composeRows } from './composeRows.ts';
import type { Conditions } from './narrow.ts';
import { readConditions } from './narrow.ts';
import { suggestWords } from './suggestWords.ts';
import type { Tally } from './tallyMatches.ts';
import { tallyMatches } from './tallyMatches.ts';

export type PageRequest = Question & {
  readonly filters: SearchFilters;
  readonly offset: number;
  readonly limit: number;
};

/** Values shown of one facet. */
const FACET_LENGTH = 60;

/** Everything the list shows, except what the searcher alone knows. Yields where the work may pause. */
export function* composePage(
  searched: Searched,
  request: PageRequest,
): Generator<void, Omit<SearchPage, 'millis' | 'indexProgress'>> {
  const answer = yield* answerQuery(searched, request);
  const conditions = readConditions(searched, request.filters, answer.query.filters);
  const tally = yield* tallyMatches(searched, answer.matches, conditions, searched.lengths);
  // A section may hold the words apart; a note holds all of them or is none of the answer.
  const { groups } = answer.query;
  const noteMarking: Marking =
    answer.togetherIn === 'section' ? { kind: 'words', groups } : answer.marking;
  const notes = yield* searched.notes.find(noteMarking, answer.query.excluded);
  const shownNotes = notes.filter((note) => passes(searched, note, conditions));
  const noteCount = sumCounts(shownNotes);
  const { offset, limit } = request;
  const best = yield* takeBest(tally.kept, offset, offset + limit);
  const rows: SegmentRow[] = [];
  for (const match of best) {
    rows.push(...composeRows(searched, match, answer.marking));
    yield;
  }
  const total = tally.total + noteCount;
  // What only the filters hide needs no other words.
  const isThere = total > 0 || answer.matches.length > 0 || notes.length > 0;
  const suggestions = isThere ? [] : yield* suggestWords(searched, answer.query);
  return {
    status: 'page',
    query: answer.query.text,
    isCut: answer.query.isCut,
    pinyinWord: answer.pinyinWord?.word ?? null,
    isFuzzy: answer.pinyinWord?.isFuzzy ?? false,
    pinyinWords: answer.pinyinWords,
    togetherIn: answer.togetherIn,
    total,
    noteCount,
    documentCount: tally.documentCounts.size,
    groups: groupRows(searched, rows, tally),
    notes: shownNotes.slice(request.offset, request.offset + request.limit),
    noteRowCount: shownNotes.length,
    rowCount: tally.kept.length,
    offset: request.offset,
    facets: composeFacets(
      searched,
      tally,
      sumCounts(notes.filter((note) => passes(searched, note, { ...conditions, scope: null }))),
    ),
    suggestions,
    answeredBy: searched.grams === null ? 'scan' : 'index',
  };
}

/** The answer of a query with its filters applied and its matches ranked, for lists of single hits. */
export function* rankMatches(
  searched: Searched,
  request: Omit<PageRequest, 'offset' | 'limit'>,
): Generator<void, { readonly answer: QueryAnswer; readonly tally: Tally }> {
  const answer = yield* answerQuery(searched, request);
  const conditions = readConditions(searched, request.filters, answer.query.filters);
  const tally = yield* tallyMatches(searched, answer.matches, conditions, searched.lengths);
  return { answer, tally };
}

/** Notes have no kind and no department: a filter on those hides them. */
function passes(searched: Searched, note: NoteRow, conditions: Conditions): boolean {
  const { scope, documents, kinds, leads } = conditions;
  if ((scope !== null && scope !== 'notes') || kinds !== null || leads !== null) return false;
  if (documents === null) return true;
  return searched.text.documents.some(
    ({ id }, position) => documents.has(position) && id === note.documentId,
  );
}

function sumCounts(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Documents in the order of their best row. */
function groupRows(
  searched: Searched,
  rows: readonly SegmentRow[],
  tally: Tally,
): readonly DocumentGroup[] {
  return Array.from(
    Map.groupBy(rows, ({ documentId }) => documentId),
    ([documentId, own]) => {
      const position = searched.text.documents.findIndex(({ id }) => id === documentId);
      return {
        documentId,
        title: searched.text.documents[position]?.title ?? documentId,
        count: tally.documentCounts.get(position) ?? 0,
        bar: tally.barOf(position),
        rows: own,
      };
    },
  );
}

function composeFacets(searched: Searched, tally: Tally, noteCount: number): SearchPage['facets'] {
  const { scopes, documents, kinds, leads } = tally.facets;
  const byCount = (one: { count: number }, other: { count: number }): number =>
    other.count - one.count;
  return {
    scopes: [
      { value: 'text', label: 'text', count: scopes.get('text') ?? 0 },
      { value: 'tables', label: 'tables', count: scopes.get('tables') ?? 0 },
      { value: 'notes', label: 'notes', count: noteCount },
    ],
    documents: Array.from(documents)
      .flatMap(([position, count]) => {
        const document = searched.text.documents[position];
        return document === undefined
          ? []
          : [{ value: document.id, label: document.shortTitle, count }];
      })
      .sort(byCount)
      .slice(0, FACET_LENGTH),
    kinds: segmentKinds
      .map((kind) => ({ value: kind, label: kind, count: kinds.get(kind) ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort(byCount),
    leads: Array.from(leads, ([name, count]) => ({ value: name, label: name, count }))
      .sort(byCount)
      .slice(0, FACET_LENGTH),
  };
}
