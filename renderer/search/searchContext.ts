// What the box in the title bar, the results and the find bar share.

import type { DocumentId } from '../../shared/domain/ids.ts';
import type { NoteRow, SearchFilters, SegmentRow } from '../../shared/ipc/searching.ts';
import type { Side } from '../app/workspace.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

export const noFilters: SearchFilters = { scope: null, documentIds: [], kinds: [], leads: [] };

/** What is being stepped through in a document. */
export type Finding = {
  readonly text: string;
  readonly filters: SearchFilters;
  /** The text is longer than a query may be: only its beginning is looked for. */
  readonly isCut: boolean;
};

export type SearchStore = {
  /** What the box shows. */
  readonly text: string;
  /** What is searched: the text, but not while an input method is composing. */
  readonly query: string;
  readonly filters: SearchFilters;
  readonly setText: (text: string, isComposing: boolean) => void;
  readonly setFilters: (filters: SearchFilters) => void;
  /** Searches for this instead: a suggestion, a recent search, a word of pinyin. */
  readonly searchFor: (text: string) => void;
  /** Shows the results; `from` gets the focus back when one leaves them without opening any. */
  readonly enterSearch: (from: Element | null) => void;
  readonly leaveSearch: () => void;
  /** `word`: what the page was found by, when that is not the query itself. */
  readonly openRow: (row: SegmentRow, side: Side, word: string | null) => void;
  readonly openNote: (row: NoteRow) => void;
  readonly addToHandout: (row: SegmentRow) => void;
  /** The find bar of the open document; null while it is closed. */
  readonly finding: Finding | null;
  /** Marks the hits of a text in one document; an empty text takes the marks away. */
  readonly findIn: (documentId: DocumentId, text: string) => void;
  readonly openFinding: () => void;
  readonly closeFinding: () => void;
};

export const [SearchContext, useSearch] = createRequiredContext<SearchStore>('search');

/** The element the result list is, for the box's arrow keys. */
export const RESULTS_ID = 'search-results';
export const BOX_ID = 'search-box';
