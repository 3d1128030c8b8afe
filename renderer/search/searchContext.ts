// What the box in the title bar, the results and the find bar share.

import { useSyncExternalStore } from 'react';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { NoteRow, SearchFilters, SegmentRow } from '../../shared/ipc/searching.ts';
import type { Side } from '../app/workspace.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';
import type { Store } from '../ui/createStore.ts';

export const noFilters: SearchFilters = { scope: null, documentIds: [], kinds: [], leads: [] };

/** What is being stepped through in a document. */
export type Finding = {
  readonly text: string;
  readonly filters: SearchFilters;
  /** The text is longer than a query may be: only its beginning is looked for. */
  readonly isCut: boolean;
  /** The hits are being looked for; those shown may be of what was sought before. */
  readonly isPending: boolean;
};

export type FindingStore = {
  /** The find bar of the open document; null while it is closed. */
  readonly finding: Finding | null;
  /** Marks the hits of a text in the document of a pane; an empty text takes the marks away. */
  readonly findIn: (side: Side, documentId: DocumentId, text: string) => void;
  /** Marks what is being sought in a pane that shows another document now, or sought something else. */
  readonly findOn: (side: Side, documentId: DocumentId) => void;
  readonly openFinding: () => void;
  readonly closeFinding: () => void;
  /** Opens a hit of the list among all hits of its document. */
  readonly findRow: (
    row: SegmentRow,
    side: Side,
    sought: Pick<Finding, 'text' | 'filters'>,
  ) => void;
};

/** What a key pressed in the box means the first hit for. */
export type FirstHit = 'focus' | 'open' | 'openBeside';

/** What is typed and sought. */
export type SearchState = {
  /** What the box shows. */
  readonly text: string;
  /** What is searched: the text, but not while an input method is composing. */
  readonly query: string;
  readonly filters: SearchFilters;
  /** What is to be done with the first hit as soon as the query is answered; null when nothing. */
  readonly wanted: FirstHit | null;
};

export type SearchActions = {
  readonly setText: (text: string, isComposing: boolean) => void;
  readonly setFilters: (filters: SearchFilters) => void;
  readonly wantFirst: (wanted: FirstHit | null) => void;
  /** Searches for this instead: a suggestion, a recent search, a word of pinyin. */
  readonly searchFor: (text: string) => void;
  /** Shows the results; `from` gets the focus back when one leaves them without opening any. */
  readonly enterSearch: (from: Element | null) => void;
  readonly leaveSearch: () => void;
  /** `word`: what the page was found by, when that is not the query itself. */
  readonly openRow: (row: SegmentRow, side: Side, word: string | null) => void;
  readonly openNote: (row: NoteRow) => void;
  readonly addToHandout: (row: SegmentRow) => void;
};

export const [SearchStateContext, useSearchState] =
  createRequiredContext<Store<SearchState>>('what is searched');

/** A part of the state or a primitive of it, never something new; drawn again only when that changes. */
export function useSearchValue<Value>(select: (state: SearchState) => Value): Value {
  const { subscribe, read } = useSearchState();
  return useSyncExternalStore(subscribe, () => select(read()));
}

/** Gives what can be done at the moment it is done. */
export const [SearchActionsContext, useReadActions] =
  createRequiredContext<() => SearchActions>('what searching does');

export const [FindingContext, useFindingStore] = createRequiredContext<FindingStore>('finding');

/** The element the result list is, for the box's arrow keys. */
export const RESULTS_ID = 'search-results';
export const BOX_ID = 'search-box';
/** The field of the find bar. */
export const FIND_ID = 'find-field';
