import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import type { NoteRow, SearchFilters, SegmentRow } from '../../shared/ipc/searching.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useChangeSettings, useSettings } from '../app/useSettings.ts';
import { useShortcuts } from '../app/useShortcuts.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { activePane, type Side } from '../app/workspace.ts';
import type { Finding } from './searchContext.ts';
import { BOX_ID, noFilters, SearchContext } from './searchContext.ts';

/** Holds the query and does what its rows offer. Mounted around the shell, so that the query outlives the list. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const { dispatch, workspace } = useWorkspace();
  const { search } = useStrings();
  const { fuzzyPinyin } = useSettings();
  const change = useChangeSettings();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const [text, showText] = useState('');
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState<SearchFilters>(noFilters);
  const [finding, setFinding] = useState<Finding | null>(null);
  const newestFinding = useRef(0);
  const focusBefore = useRef<HTMLElement | null>(null);

  function setText(next: string, isComposing: boolean): void {
    showText(next);
    if (isComposing) return;
    setQuery(next);
    if (next.trim() === '') setFilters(noFilters);
  }

  function enterSearch(from: Element | null): void {
    if (!workspace.isSearchOpen) {
      focusBefore.current = from instanceof HTMLElement && from.id !== BOX_ID ? from : null;
    }
    dispatch({ kind: 'openSearch' });
  }

  /** Back to the place before, with the focus where it was. */
  function leaveSearch(): void {
    flushSync(() => {
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

  async function showHits(row: SegmentRow, side: Side, word: string | null): Promise<void> {
    const { documentId, start, end } = row;
    // Typed filters go on with the query; a word read from pinyin stands for all of it otherwise.
    const sought = word === null || /[:：]/.test(query) ? query : word;
    const found = await call('listHitRanges', {
      query: sought,
      filters,
      fuzzyPinyin,
      documentId,
    });
    const hits = found.ok ? pairRanges(found.value.offsets) : [];
    const current = hits.findIndex((hit) => hit.start === start);
    if (current < 0) {
      dispatch({ kind: 'go', place: { documentId, start, end }, side });
      return;
    }
    setFinding({ text: sought, filters, isCut: found.ok && found.value.isCut });
    dispatch({ kind: 'showHits', documentId, hits, current, side });
  }

  async function findIn(documentId: DocumentId, next: string): Promise<void> {
    newestFinding.current += 1;
    const own = newestFinding.current;
    const kept = finding?.text === next ? finding.filters : noFilters;
    setFinding({ text: next, filters: kept, isCut: false });
    if (next.trim() === '') {
      dispatch({ kind: 'clearHits' });
      return;
    }
    const found = await call('listHitRanges', {
      query: next,
      filters: kept,
      fuzzyPinyin,
      documentId,
    });
    // Answers may come out of order: only the newest counts.
    if (!found.ok || own !== newestFinding.current) return;
    const ranges = pairRanges(found.value.offsets);
    const { offset } = activePane(workspace);
    const following = ranges.findIndex(({ start }) => start >= offset);
    const current = ranges.length === 0 ? null : Math.max(0, following);
    setFinding({ text: next, filters: kept, isCut: found.value.isCut });
    dispatch({ kind: 'showHits', documentId, hits: ranges, current });
  }

  async function addToHandout({ documentId, segmentId }: SegmentRow): Promise<void> {
    const content = await call('getDocument', { documentId });
    const segment = content.ok
      ? content.value.segments.find(({ id }) => id === segmentId)
      : undefined;
    if (!content.ok || segment === undefined) return;
    const { start, end } = segment;
    const added = await call('addExcerpts', {
      id: null,
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

  useShortcuts([
    {
      combo: 'Ctrl+K',
      group: 'searching',
      label: search.shortcuts.everywhere,
      leavesDialogs: true,
      run: () => {
        enterSearch(document.activeElement);
        focusBox();
      },
    },
    {
      combo: '/',
      group: 'searching',
      label: search.shortcuts.here,
      run: () => {
        setFinding((current) => current ?? nothingFound);
      },
    },
    {
      combo: 'F3',
      group: 'searching',
      label: search.nextHit,
      run: () => {
        dispatch({ kind: 'stepHit', step: 1 });
      },
    },
    {
      combo: 'Shift+F3',
      group: 'searching',
      label: search.previousHit,
      run: () => {
        dispatch({ kind: 'stepHit', step: -1 });
      },
    },
  ]);

  return (
    <SearchContext
      value={{
        text,
        query,
        filters,
        setText,
        setFilters,
        searchFor,
        enterSearch,
        leaveSearch,
        openRow: (row, side, word) => {
          document.getElementById(BOX_ID)?.blur();
          void remember();
          void showHits(row, side, word);
        },
        openNote,
        addToHandout: (row) => void addToHandout(row),
        finding,
        findIn: (documentId, next) => void findIn(documentId, next),
        openFinding: () => {
          setFinding((current) => current ?? nothingFound);
        },
        closeFinding: () => {
          setFinding(null);
          if (workspace.main.hits.length > 0 || workspace.beside !== null) {
            dispatch({ kind: 'clearHits' });
          }
        },
      }}
    >
      {children}
    </SearchContext>
  );
}

const nothingFound: Finding = { text: '', filters: noFilters, isCut: false };

/** Start and end by turns, as ranges. */
function pairRanges(offsets: readonly number[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at + 1 < offsets.length; at += 2) {
    ranges.push({ start: offsets[at] ?? 0, end: offsets[at + 1] ?? 0 });
  }
  return ranges;
}

function focusBox(): void {
  const box = document.getElementById(BOX_ID);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}
