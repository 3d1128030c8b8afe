import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { NoteRow, SearchFilters } from '../../shared/ipc/searching.ts';
import { useChangeSettings, useSettings } from '../app/useSettings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import {
  BOX_ID,
  noFilters,
  ReadSearchContext,
  SearchContext,
  type FirstHit,
  type SearchStore,
} from './searchContext.ts';
import { useAddSegment } from './useAddSegment.ts';
import { useFinding } from './useFinding.ts';
import { PAGE_ROWS, searchPageOptions } from './useSearchPage.ts';
import { useSearchShortcuts } from './useSearchShortcuts.ts';

/** Holds the query and does what its rows offer. Mounted around the shell, so that the query outlives the list. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const { dispatch, read } = useWorkspaceStore();
  const { fuzzyPinyin } = useSettings();
  const change = useChangeSettings();
  const client = useQueryClient();
  const call = useCall();
  const invalidate = useInvalidate();
  const [text, showText] = useState('');
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<SearchFilters>(noFilters);
  const [wanted, wantFirst] = useState<FirstHit | null>(null);
  const find = useFinding();
  const addToHandout = useAddSegment();
  const focusBefore = useRef<HTMLElement | null>(null);

  function setText(next: string, isComposing: boolean): void {
    showText(next);
    wantFirst(null);
    if (isComposing) return;
    setQuery(next);
    if (next.trim() === '') {
      setFilters(noFilters);
      return;
    }
    // Asked before the letter is drawn: the search runs in its own process meanwhile.
    const asked = { query: next, filters, fuzzyPinyin, limit: PAGE_ROWS };
    // The pane waits for the same answer, and says so when there is none.
    if (read().isSearchOpen) client.query(searchPageOptions(asked)).catch(() => undefined);
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
    if (query.trim() === '') return;
    await call('rememberSearch', { query: query.trim().slice(0, 256) });
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

  const store: SearchStore = {
    text,
    query,
    filters,
    setText,
    setFilters,
    wanted,
    wantFirst,
    searchFor,
    enterSearch,
    leaveSearch,
    openRow: (row, side, word) => {
      document.getElementById(BOX_ID)?.blur();
      void remember();
      // Typed filters go on with the query; a word read from pinyin stands for all of it otherwise.
      const sought = word === null || /[:：]/.test(query) ? query : word;
      find.findRow(row, side, { text: sought, filters });
    },
    openNote,
    addToHandout,
    ...find,
  };
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  const readSearch = useCallback(() => latest.current, []);
  return (
    <ReadSearchContext value={readSearch}>
      <SearchContext value={store}>{children}</SearchContext>
    </ReadSearchContext>
  );
}
