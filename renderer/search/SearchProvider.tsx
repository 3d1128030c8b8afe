import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { NoteRow } from '../../shared/ipc/searching.ts';
import { useChangeSettings, useLatestSettings } from '../app/useSettings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { createStore } from '../ui/createStore.ts';
import {
  BOX_ID,
  FindingContext,
  noFilters,
  SearchActionsContext,
  SearchStateContext,
  type SearchActions,
  type SearchState,
} from './searchContext.ts';
import { useAddSegment } from './useAddSegment.ts';
import { useFinding } from './useFinding.ts';
import { PAGE_ROWS, searchPageOptions } from './useSearchPage.ts';
import { useSearchShortcuts } from './useSearchShortcuts.ts';

const nothingTyped: SearchState = { text: '', query: '', filters: noFilters, wanted: null };

/** Holds the query and does what its rows offer. Mounted around the shell, so that the query outlives the list. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const { dispatch, read } = useWorkspaceStore();
  const latestSettings = useLatestSettings();
  const change = useChangeSettings();
  const client = useQueryClient();
  const call = useCall();
  const invalidate = useInvalidate();
  const [state] = useState(() => createStore(nothingTyped));
  const find = useFinding();
  const addToHandout = useAddSegment();
  const focusBefore = useRef<HTMLElement | null>(null);

  function changeState(part: Partial<SearchState>): void {
    state.write({ ...state.read(), ...part });
  }

  function setText(next: string, isComposing: boolean): void {
    if (isComposing) {
      changeState({ text: next, wanted: null });
      return;
    }
    const isEmpty = next.trim() === '';
    const filters = isEmpty ? noFilters : state.read().filters;
    changeState({ text: next, query: next, filters, wanted: null });
    if (isEmpty || !read().isSearchOpen) return;
    // Asked before the letter is drawn: the search runs in its own process meanwhile.
    const { fuzzyPinyin } = latestSettings();
    const asked = { query: next, filters, fuzzyPinyin, limit: PAGE_ROWS };
    // The pane waits for the same answer, and says so when there is none.
    client.query(searchPageOptions(asked)).catch(() => undefined);
  }

  function wantFirst(wanted: SearchState['wanted']): void {
    if (wanted !== state.read().wanted) changeState({ wanted });
  }

  function enterSearch(from: Element | null): void {
    wantFirst(null);
    if (!read().isSearchOpen) {
      const isPlace = from instanceof HTMLElement && from !== document.body && from.id !== BOX_ID;
      focusBefore.current = isPlace ? from : null;
    }
    dispatch({ kind: 'openSearch' });
  }

  /** Back to the place before, with the focus where it was. */
  function leaveSearch(): void {
    flushSync(() => {
      wantFirst(null);
      dispatch({ kind: 'closeSearch' });
    });
    if (focusBefore.current?.isConnected) focusBefore.current.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  function searchFor(next: string): void {
    setText(next, false);
    dispatch({ kind: 'openSearch' });
    document.getElementById(BOX_ID)?.focus();
  }

  async function remember(): Promise<void> {
    const query = state.read().query.trim();
    if (query === '') return;
    await call('rememberSearch', { query: query.slice(0, 256) });
    invalidate('listRecentSearches');
  }

  function openNote({ annotationId, place }: NoteRow): void {
    document.getElementById(BOX_ID)?.blur();
    void remember();
    if (place === null) {
      // Nowhere in the text: it is read, placed and changed in the list.
      dispatch({ kind: 'enterRoom', room: 'reading' });
      dispatch({ kind: 'showTab', tab: 'annotations' });
      change({ leftFolded: false });
    } else {
      dispatch({ kind: 'go', place });
    }
    dispatch({ kind: 'openAnnotation', id: annotationId });
  }

  useSearchShortcuts({ enterSearch, openFinding: find.openFinding });

  const actions: SearchActions = {
    setText,
    setFilters: (filters) => {
      changeState({ filters });
    },
    wantFirst,
    searchFor,
    enterSearch,
    leaveSearch,
    openRow: (row, side, word) => {
      const { query, filters } = state.read();
      document.getElementById(BOX_ID)?.blur();
      void remember();
      // Typed filters go on with the query; a word read from pinyin stands for all of it otherwise.
      const sought = word === null || /[:：]/.test(query) ? query : word;
      find.findRow(row, side, { text: sought, filters });
    },
    openNote,
    addToHandout,
  };
  const latest = useRef(actions);
  // Read when something is done, so that a render here draws no row anew.
  useEffect(() => {
    latest.current = actions;
  });
  const readActions = useCallback(() => latest.current, []);
  return (
    <SearchStateContext value={state}>
      <SearchActionsContext value={readActions}>
        <FindingContext value={find}>{children}</FindingContext>
      </SearchActionsContext>
    </SearchStateContext>
  );
}
