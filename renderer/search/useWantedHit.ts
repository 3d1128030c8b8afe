import { useEffect } from 'react';
import { listedRows } from './listedRows.ts';
import { useReadActions, useSearchValue, type FirstHit } from './searchContext.ts';

/**
 * Does with the first hit what a key in the box asked for: at once where the answer stands, else when it
 * comes, so that nobody has to wait before Enter. `isAnswered`: the rows shown are those of the query.
 */
export function useWantedHit(isAnswered: boolean): void {
  const wanted = useSearchValue((state) => state.wanted);
  const read = useReadActions();
  // Focus and rows are the page's.
  useEffect(() => {
    if (wanted === null || !isAnswered) return;
    read().wantFirst(null);
    const [first] = listedRows();
    if (first !== undefined) takeHit(first, wanted);
  }, [isAnswered, wanted, read]);
}

/** Enter does to a row what it would do with the focus on it. */
function takeHit(row: HTMLElement, wanted: FirstHit): void {
  if (wanted === 'focus') {
    row.focus();
    return;
  }
  const ctrlKey = wanted === 'openBeside';
  row.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey, bubbles: true }));
}
