import { expect, type Locator, type Page } from '@playwright/test';
import { zh, type Strings } from '../../shared/strings/zh.ts';

type Words = Pick<Strings, 'search'>;

/** Opens the search with its key, with the box ready to be typed in. */
export async function openSearch(window: Page, { search }: Words = zh): Promise<Locator> {
  const box = window.getByRole('searchbox', { name: search.box, exact: true });
  await window.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  return box;
}

/** Types a query by keys; answers with the results once they are of this query and no other. */
export async function searchFor(window: Page, query: string): Promise<Locator> {
  await openSearch(window);
  await window.keyboard.type(query);
  return resultsOf(window, query);
}

/** The results, once they are of this query. */
export async function resultsOf(
  window: Page,
  query: string,
  { search }: Words = zh,
): Promise<Locator> {
  const results = window.getByRole('main', { name: search.results });
  await expect(results.getByRole('heading', { level: 1 })).toHaveAttribute('title', query);
  await expect(results.locator('[aria-busy="false"]')).toBeAttached();
  return results;
}
