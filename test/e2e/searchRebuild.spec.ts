import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { searchFor } from '../support/searchFor.ts';
import { writeLongPackOfOtherIndex } from '../support/writeLongBriefing.ts';

/** Long enough that building its index is far from done when a word was typed, on a busy machine too. */
const CHARACTERS = 10_000_000;

let folder = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-rebuild-'));
});

test.afterEach(() => {
  removeFolder(folder);
});

test('answers by a scan and shows how far the new index is, then gives the same answers by it', async () => {
  test.setTimeout(180_000);
  const packPath = join(folder, 'pack.yandu');
  writeLongPackOfOtherIndex(packPath, CHARACTERS);
  const { app, window } = await launchYandu({ dataFolder: join(folder, 'data'), packPath });
  try {
    await window.getByRole('button', { name: '开始阅读' }).click();
    const results = await searchFor(window, '研发经费');
    const progress = results.getByRole('progressbar', { name: /索引/ });
    const rows = results.locator('[data-row]');

    await expect(progress).toBeVisible();
    const found = results.getByText(/^\d+ 处，2 份文件/);
    const scanned = await found.textContent();
    const listed = await rows.allTextContents();
    const begun = Number(await progress.getAttribute('value'));
    // Nobody types on: the progress comes by itself, and at last the answer of the index.
    await expect
      .poll(async () => Number(await progress.getAttribute('value')))
      .toBeGreaterThan(begun);
    await expect(progress).toBeHidden({ timeout: 120_000 });

    expect(listed.length).toBeGreaterThan(0);
    expect(await rows.allTextContents()).toEqual(listed);
    // The time behind the count is that of the answer.
    expect(countOf(await found.textContent())).toBe(countOf(scanned));
    await searchFor(window, '不动产登记');
    await expect(results.getByText(/^\d+ 处，2 份文件/)).toBeVisible();
    await expect(progress).toBeHidden();
  } finally {
    await app.close();
  }
});

/** `6804 处` of the line over the results. */
function countOf(summary: string | null): string {
  return /^\d+ 处/.exec(summary ?? '')?.[0] ?? '';
}
