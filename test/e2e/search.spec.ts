import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { openSearch, resultsOf, searchFor } from '../support/searchFor.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let yandu: RunningYandu;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-search-'));
  yandu = await launchYandu({ dataFolder });
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
});

test.afterEach(async () => {
  await yandu.app.close();
  removeFolder(dataFolder);
});

test('finds, opens, steps from hit to hit and goes back, by keyboard alone', async () => {
  const { window } = yandu;
  const results = await searchFor(window, '高新技术企业');

  await expect(results.getByRole('heading', { level: 1 })).toHaveText('高新技术企业');
  await expect(results.getByText(/^23 处，8 份文件/)).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(results.locator('[data-row]').first()).toBeFocused();
  await window.keyboard.press('Enter');

  await expect(results).toBeHidden();
  await expect(window.getByText('1 / 11')).toBeVisible();
  await expect(window.locator('mark', { hasText: '高新技术企业' }).first()).toBeVisible();
  await window.keyboard.press('F3');
  await expect(window.getByText('2 / 11')).toBeVisible();
  await window.keyboard.press('Shift+F3');
  await window.keyboard.press('Shift+F3');
  await expect(window.getByText('11 / 11')).toBeVisible();

  await openSearch(window);
  await expect(results.locator('mark').first()).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(results).toBeHidden();
});

test('reads pinyin and says so', async () => {
  const { window } = yandu;

  const results = await searchFor(window, 'szgyyq');

  await expect(results.getByRole('heading', { level: 1 })).toHaveText('苏州工业园区');
  await expect(results.getByText('拼音匹配')).toBeVisible();
});

test('waits while an input method composes', async () => {
  const { window } = yandu;
  const results = await searchFor(window, '园区');
  await expect(results.getByRole('heading', { level: 1 })).toHaveText('园区');

  const keys = await window.context().newCDPSession(window);
  await keys.send('Input.imeSetComposition', {
    text: 'rencai',
    selectionStart: 6,
    selectionEnd: 6,
  });
  await expect(window.getByRole('searchbox', { name: '搜索', exact: true })).toHaveValue(
    '园区rencai',
  );
  await expect(results.getByRole('heading', { level: 1 })).toHaveText('园区');

  await keys.send('Input.insertText', { text: '人才' });
  await expect(results.getByRole('heading', { level: 1 })).toHaveText('园区人才');
});

test('offers what does occur when nothing is found, and narrows by facets', async () => {
  const { window } = yandu;
  const results = await searchFor(window, '高薪技术企业');

  await results.getByRole('button', { name: '高新技术企业', exact: true }).click();
  await expect(results.getByText(/^23 处，8 份文件/)).toBeVisible();

  await window.getByRole('button', { name: /^表格 1$/ }).click();
  await expect(results.getByText(/^1 处，1 份文件/)).toBeVisible();
  await expect(results.getByText(/第 \d+ 行/)).toBeVisible();
  await window.getByRole('button', { name: '去掉筛选' }).first().click();
  await expect(results.getByText(/^23 处，8 份文件/)).toBeVisible();

  // Some are tables with several rows each: the rows of the first page outnumber all segments.
  await searchFor(window, '以上');
  const more = results.getByRole('button', { name: '再显示 5 条' });
  await more.click();
  await expect(more).toBeHidden();
});

test('tells a screen reader how much it found, and everyone that a query was too long', async () => {
  const { window } = yandu;
  const status = window.locator('footer [role="status"]');

  await searchFor(window, '高新技术企业');
  await expect(status).toHaveText('找到 23 处，8 份文件');

  await window.keyboard.press('Control+a');
  await window.keyboard.insertText('园区'.repeat(5_000));
  await expect(window.getByText('查询过长，只用了前面的部分。')).toBeVisible();
  await expect(status).toHaveText('没有找到');
});

test('remembers what was searched, and forgets it when told', async () => {
  const { window } = yandu;
  const results = await searchFor(window, '瞪羚企业');
  await window.keyboard.press('Enter');
  await expect(results).toBeHidden();

  await openSearch(window);
  await window.getByRole('button', { name: '清空搜索框' }).click();
  await expect(results.getByRole('button', { name: '瞪羚企业' })).toBeVisible();
  await results.getByRole('button', { name: '清空最近搜索' }).click();
  await expect(results.getByRole('button', { name: '瞪羚企业' })).toBeHidden();
});

test('finds in the open document with /', async () => {
  const { window } = yandu;

  await window.keyboard.press('/');
  const bar = window.getByRole('searchbox', { name: '在本文件中搜索' });
  await expect(bar).toBeFocused();
  await bar.fill('园区');
  await expect(window.getByText(/^1 \/ \d+$/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^2 \/ \d+$/)).toBeVisible();
  await window.keyboard.press('Shift+F3');
  await expect(window.getByText(/^1 \/ \d+$/)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(window.locator('mark')).toHaveCount(0);
});

test('adds a hit to the handout and opens another beside, by key', async () => {
  const { window } = yandu;
  const results = await searchFor(window, '瞪羚企业');

  await window.keyboard.press('ArrowDown');
  await expect(results.locator('[data-row]').first()).toBeFocused();
  await window.keyboard.press('Alt+h');
  await expect(window.getByText('已加入讲义')).toBeVisible();
  await window.keyboard.press('Control+Enter');

  await expect(
    window.locator('[data-segment] mark', { hasText: '瞪羚企业' }).first(),
  ).toBeVisible();
  await expect(window.getByText(/^1 \/ \d+$/)).toBeVisible();
});

test('has nothing that axe would object to, found or not', async () => {
  const { window } = yandu;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const listViolations = async (): Promise<unknown> => {
    await window.evaluate(axe);
    // A string: axe is no type of this page. Bars and rooms are looked at where they are made.
    return window.evaluate(
      `axe.run({ include: [['main'], ['aside'], ['search']] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    );
  };
  await openSearch(window);
  await expect(window.getByText('可以这样找')).toBeVisible();
  expect(await listViolations()).toEqual([]);

  await window.keyboard.type('szgyyq');
  await resultsOf(window, 'szgyyq');
  await expect(window.getByText('拼音匹配')).toBeVisible();
  expect(await listViolations()).toEqual([]);

  await window.getByRole('searchbox', { name: '搜索', exact: true }).fill('高薪技术企业');
  await resultsOf(window, '高薪技术企业');
  await expect(window.getByText('文中有的近似词')).toBeVisible();
  expect(await listViolations()).toEqual([]);
});
