// Keys as fast as a keyboard can send them, with no answer of the page between two of them: none is lost,
// and each does what it would have done after a pause.

import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { pressAtOnce } from '../support/pressAtOnce.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let running: RunningYandu;
let window: Page;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-quick-'));
  running = await launchYandu({ dataFolder });
  window = running.window;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await expect(window.locator('[data-segment]').first()).toBeVisible();
});

test.beforeEach(async () => {
  await window.getByRole('tab', { name: '文库' }).click();
  await window.getByRole('button', { name: /^苏州工业园区国民经济/ }).click();
  await expect(window.getByRole('heading', { name: '第一章 发展基础' })).toBeAttached();
});

test.afterAll(async () => {
  await running.app.close();
  removeFolder(dataFolder);
});

const focusedText = () => window.locator('[data-segment]:focus');

test('a query is typed and its first hit opened before any answer', async () => {
  await pressAtOnce(running.app, 'Control+K s z g y y q Enter');

  await expect(window.getByRole('main', { name: '搜索结果' })).toHaveCount(0);
  await expect(window.getByText(/^1 \/ \d+$/)).toBeVisible();
  await expect(window.locator('article mark', { hasText: '苏州工业园区' }).first()).toBeVisible();
});

test('a query is typed and its first hit taken hold of before any answer', async () => {
  await pressAtOnce(running.app, 'Control+K c h u a n g x i n Down');

  const results = window.getByRole('main', { name: '搜索结果' });
  await expect(results.getByRole('heading', { level: 1 })).toHaveText('创新');
  await expect(results.locator('[data-row]').first()).toBeFocused();
  await pressAtOnce(running.app, 'Escape');
  await expect(results).toHaveCount(0);
});

test('what is sought in the document is typed right after its key', async () => {
  await pressAtOnce(running.app, 'Escape / g d p');
  await expect(window.getByRole('searchbox', { name: '在本文件中搜索' })).toHaveValue('gdp');

  await pressAtOnce(running.app, 'Escape');
  await expect(window.getByRole('searchbox', { name: '在本文件中搜索' })).toHaveCount(0);
});

test('a heading is named and gone to in one breath, and the next key is about its text', async () => {
  await pressAtOnce(running.app, 'G 2 0 3 5 Enter J');

  await expect(window.getByRole('heading', { name: /2035年远景目标/ })).toBeInViewport();
  await expect(focusedText()).toBeInViewport();
});

test('settings are changed as often as their keys are pressed', async () => {
  const size = window.getByText(/^正文 \d+ · /);
  const before = Number(/\d+/.exec((await size.textContent()) ?? '')?.[0]);

  await pressAtOnce(running.app, 'Control+= Control+= Control+= Control+-');
  await expect(size).toHaveText(new RegExp(`^正文 ${String(before + 2)} `));

  await pressAtOnce(running.app, 'Control+1 Control+1 Control+1');
  await expect(window.getByRole('navigation', { name: '文库与目录' })).toBeHidden();
  await pressAtOnce(running.app, 'Control+1');
  await expect(window.getByRole('navigation', { name: '文库与目录' })).toBeVisible();
});

test('sentence after sentence is marked, and the list of them walked', async () => {
  await pressAtOnce(running.app, 'j m j m j m');
  await window.getByRole('tab', { name: '批注 3' }).click();
  const list = window.getByRole('region', { name: '批注列表' });
  const row = (index: number) => list.locator('[data-row] button[data-row-control]').nth(index);
  await row(0).focus();

  await pressAtOnce(running.app, 'Down Down Up Down');
  await expect(row(2)).toBeFocused();
  await pressAtOnce(running.app, 'Home Shift+Down Shift+Down');
  await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(3);
});
