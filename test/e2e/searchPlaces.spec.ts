import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { openSearch, resultsOf, searchFor } from '../support/searchFor.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let yandu: RunningYandu;
let dataFolder: string;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-search-'));
  yandu = await launchYandu({ dataFolder });
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
});

test.afterEach(async () => {
  await yandu.app.close();
  removeFolder(dataFolder);
});

function partsOf(window: Page) {
  return {
    box: window.getByRole('searchbox', { name: '搜索', exact: true }),
    results: window.getByRole('main', { name: '搜索结果' }),
    text: window.getByRole('group', { name: /^正文/ }),
  };
}

test('is reached from a sheet, from the handouts and from the text, and leads back to each', async () => {
  const { window } = yandu;
  const { box, results, text } = partsOf(window);

  await window.keyboard.press('Control+,');
  await expect(window.getByRole('dialog', { name: '设置' })).toBeVisible();
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('dialog', { name: '设置' })).toBeHidden();
  await expect(box).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(results).toBeHidden();

  await window.keyboard.press('Alt+2');
  const template = window.getByRole('combobox', { name: '模板' });
  await template.selectOption('领学稿');
  await template.focus();
  await openSearch(window);
  await expect(template).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(template).toBeFocused();
  await expect(template.getByRole('option', { selected: true })).toHaveText('领学稿');

  // A list of choices keeps the room's own keys for the room.
  await window.keyboard.press('Alt+1');
  await expect(template).toBeHidden();
  await text.focus();
  const before = await scrollTo(text, 600);
  await searchFor(window, '园区');
  await window.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await expect.poll(() => text.evaluate(({ scrollTop }) => scrollTop)).toBe(before);
});

/** Scrolls without the glide of a page key; answers where the text has come to rest. */
function scrollTo(text: Locator, top: number): Promise<number> {
  return text.evaluate(async (element, wanted) => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    element.scrollTop = wanted;
    // What comes into sight is laid out now, and may move what is below it.
    let last = -1;
    while (element.scrollTop !== last) {
      last = element.scrollTop;
      await frame();
      await frame();
    }
    return last;
  }, top);
}

test('puts the keyboard into the text it opens', async () => {
  const { window } = yandu;
  const { text } = partsOf(window);

  await searchFor(window, '瞪羚企业');
  await window.keyboard.press('Enter');

  await expect(text).toBeFocused();
  await expect(window.getByText(/^1 \/ \d+$/)).toBeVisible();
});

test('reads fuzzy pinyin once it is told to, says so, and remembers it', async () => {
  const { window } = yandu;
  const { box } = partsOf(window);
  const results = await searchFor(window, 'suzougongyeyuanqu');
  await results.getByRole('button', { name: /模糊音/ }).click();

  await expect(results.getByRole('heading', { level: 1 })).toHaveText('苏州工业园区');
  await expect(results.getByText('模糊音匹配')).toBeVisible();
  await expect(box).toBeFocused();

  await yandu.app.close();
  yandu = await launchYandu({ dataFolder });
  const again = partsOf(yandu.window);
  await again.box.fill('cuanxin');
  await resultsOf(yandu.window, 'cuanxin');
  await expect(again.results.getByRole('heading', { level: 1 })).toHaveText('创新');
  await yandu.window.keyboard.press('Control+,');
  const fuzzy = yandu.window.getByRole('switch', { name: /模糊音/ });
  await expect(fuzzy).toBeChecked();
  await fuzzy.click();
  await expect(fuzzy).not.toBeChecked();
  await openSearch(yandu.window);
  await expect(again.results.getByText('没有找到。')).toBeVisible();
});

test('goes on looking in another document and beside, each with its own count', async () => {
  const { window } = yandu;
  const position = (total: number) => window.getByText(new RegExp(`^\\d+ / ${String(total)}$`));

  await window.keyboard.press('/');
  await expect(window.getByRole('searchbox', { name: '在本文件中搜索' })).toBeFocused();
  await window.keyboard.type('园区');
  await expect(position(252)).toBeVisible();

  await window.getByRole('tab', { name: '文库' }).click();
  await window.getByRole('button', { name: /^建设开放创新的世界一流高科技园区/ }).click();
  await expect(position(16)).toBeVisible();

  const results = await searchFor(window, '高新技术企业');
  await expect(results.getByText(/^23 处，8 份文件/)).toBeVisible();
  await window.keyboard.press('Control+Enter');
  await expect(window.locator('section[data-side="beside"]')).toBeVisible();
  await expect(position(11)).toBeVisible();

  await window.locator('section[data-side="main"]').getByRole('group').click();
  await expect(position(11)).toBeHidden();
  await expect(window.getByText(/^(\d+ \/ \d+|没有找到)$/)).toBeVisible();
  await expect(position(16)).toBeHidden();
});
