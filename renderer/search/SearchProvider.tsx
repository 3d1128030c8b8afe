import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { NoteRow, SearchFilters, SegmentRow } from '../../shared/ipc/searching.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useChangeSettings, useSettings } from '../app/useSettings.ts';
import { useShortcuts } from '../app/useShortcuts.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspaceStore } from '../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { isReadingShown } from '../app/workspace.ts';
import {
  BOX_ID,
  FIND_ID,
  noFilters,
  ReadSearchContext,
  SearchContext,
  type FirstHit,
  type SearchStore,
} from './searchContext.ts';
import { useFinding } from './useFinding.ts';
import { PAGE_ROWS, searchPageOptions } from './useSearchPage.ts';

/** Holds the query and does what its rows offer. Mounted around the shell, so that the query outlives the list. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const { dispatch, read } = useWorkspaceStore();
  const { search } = useStrings();
  const { fuzzyPinyin } = useSettings();
  const change = useChangeSettings();
  const client = useQueryClient();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const [text, showText] = useState('');
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<SearchFilters>(noFilters);
  const [wanted, wantFirst] = useState<FirstHit | null>(null);
  const find = useFinding();
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

  async function addToHandout({ documentId, segmentId }: SegmentRow): Promise<void> {
    const content = await call('getDocument', { documentId });
    const segment = content.ok
      ? content.value.segments.find(({ id }) => id === segmentId)
      : undefined;
    if (!content.ok || segment === undefined) return;
    const { start, end } = segment;
    const added = await call('addExcerpts', {
      id: read().handoutId,
      title: search.handoutTitle,
      excerpts: [
        {
          place: { documentId, start, end },
          quote: content.value.text.slice(start, end),
          annotationId: null,
        },
      ],
    });
    if (!added.ok) return;
    invalidate('listHandouts');
    announce(search.addedToHandout);
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

  const isReading = (): boolean => isReadingShown(read());
  useShortcuts([
    {
      combo: 'Ctrl+K',
      group: 'searching',
      label: search.shortcuts.everywhere,
      leavesDialogs: true,
      run: () => {
        enterSearch(document.activeElement);
        focusInput(BOX_ID);
      },
    },
    {
      combo: '/',
      group: 'searching',
      label: search.shortcuts.here,
      run: () => {
        if (!isReading()) return;
        find.openFinding();
        focusInput(FIND_ID);
      },
    },
    {
      combo: 'F3',
      group: 'searching',
      label: search.nextHit,
      run: () => {
        if (isReading()) dispatch({ kind: 'stepHit', step: 1 });
      },
    },
    {
      combo: 'Shift+F3',
      group: 'searching',
      label: search.previousHit,
      run: () => {
        if (isReading()) dispatch({ kind: 'stepHit', step: -1 });
      },
    },
  ]);

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
    addToHandout: (row) => void addToHandout(row),
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

/** Ready to type over what it holds. */
function focusInput(id: string): void {
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}
