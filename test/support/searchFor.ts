import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the search with its key, with the box ready to be typed in. */
export async function openSearch(window: Page): Promise<Locator> {
  const box = window.getByRole('searchbox', { name: '搜索', exact: true });
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
export async function resultsOf(window: Page, query: string): Promise<Locator> {
  const results = window.getByRole('main', { name: '搜索结果' });
  await expect(results.getByRole('heading', { level: 1 })).toHaveAttribute('title', query);
  await expect(results.locator('[aria-busy="false"]')).toBeAttached();
  return results;
}
