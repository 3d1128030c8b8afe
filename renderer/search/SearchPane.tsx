import { useCallback, useLayoutEffect, useState, type KeyboardEvent } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { listedRows } from './listedRows.ts';
import { RecentSearches } from './RecentSearches.tsx';
import {
  BOX_ID,
  RESULTS_ID,
  useReadActions,
  useSearchState,
  useSearchValue,
} from './searchContext.ts';
import { SearchFacets } from './SearchFacets.tsx';
import styles from './SearchPane.module.css';
import { SearchResults } from './SearchResults.tsx';
import { useAfterPaint } from './useAfterPaint.ts';
import { useSaidCount } from './useSaidCount.ts';
import { PAGE_ROWS, useSearchPage } from './useSearchPage.ts';
import { useWantedHit } from './useWantedHit.ts';

/** Everything under the title bar while one searches: facets on the left, results in the middle. */
export function SearchPane() {
  const { search } = useStrings();
  const query = useSearchValue((state) => state.query);
  const filters = useSearchValue((state) => state.filters);
  const readActions = useReadActions();
  const [shown, setShown] = useState({ query, filters, rows: PAGE_ROWS });
  const isSame = shown.query === query && shown.filters === filters;
  const page = useSearchPage(isSame ? shown.rows : PAGE_ROWS);
  const isAsked = query.trim() !== '';
  // Of a query that was cleared nothing comes back: what the empty box offers stays until the next answer.
  const [isCleared, setIsCleared] = useState(!isAsked);
  const isBegun = isAsked && !(isCleared && (page.isPlaceholderData || page.isPending));
  if (isCleared === isBegun) setIsCleared(!isBegun);
  const data = isBegun ? page.data : undefined;
  const settled = useAfterPaint(data);
  useWantedHit(!isAsked || (data !== undefined && !page.isPlaceholderData));
  useSaidCount(data);

  // Another question is answered from its best hit on.
  const answered = data?.query;
  useLayoutEffect(() => {
    document.getElementById(RESULTS_ID)?.scrollTo({ top: 0 });
  }, [answered]);

  const { read } = useSearchState();
  const onMore = useCallback(() => {
    const asked = read();
    setShown(({ query: before, filters: then, rows }) => ({
      query: asked.query,
      filters: asked.filters,
      rows: PAGE_ROWS + (before === asked.query && then === asked.filters ? rows : PAGE_ROWS),
    }));
  }, [read]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') readActions().leaveSearch();
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles['pane']} onKeyDown={onKeyDown}>
      <aside className={styles['facets']} aria-label={search.facets}>
        {data !== undefined && settled !== undefined && (
          <SearchFacets page={settled} filters={filters} />
        )}
        <p className={styles['keys']}>{search.keys}</p>
      </aside>
      <main id={RESULTS_ID} className={styles['results']} aria-label={search.results} tabIndex={-1}>
        <div className={styles['column']} aria-busy={page.isFetching}>
          {!isBegun && <RecentSearches />}
          {isAsked && !isBegun && (
            <p role="status" className={styles['waiting']}>
              {search.searching}
            </p>
          )}
          {page.isError && isAsked && <p role="alert">{search.failed}</p>}
          {data !== undefined && (
            <SearchResults page={data} isWhole={settled?.query === data.query} onMore={onMore} />
          )}
        </div>
      </main>
    </div>
  );
}

/** Walks the rows with the arrow keys; above the first one is the box. */
function step(by: 1 | -1): void {
  const rows = listedRows();
  const from = rows.findIndex((row) => row === document.activeElement);
  const next = from < 0 && by === -1 ? -1 : from + by;
  if (next < 0) document.getElementById(BOX_ID)?.focus();
  else rows[Math.min(next, rows.length - 1)]?.focus();
}
