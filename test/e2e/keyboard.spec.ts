// The whole way with the keys alone, and every key in the sheet. No mouse in this file.

import { expect, test, type Page } from '@playwright/test';
import { globSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { writeNote } from '../support/writeNote.ts';

let dataFolder = '';
let exportFolder = '';
let running: RunningYandu;
let window: Page;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-keys-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
  running = await launchYandu({ dataFolder, exportFolder });
  window = running.window;
  await expect(window.getByRole('button', { name: '开始阅读' })).toBeFocused();
  await press('Enter');
});

test.afterAll(async () => {
  await running.app.close();
  removeFolder(dataFolder);
  removeFolder(exportFolder);
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await window.keyboard.press(key);
};

/** Walks with the Tab key until the element has the focus, as anyone without a mouse has to. */
async function tabTo(selector: string, step = 'Tab', limit = 60): Promise<void> {
  for (let count = 0; count < limit; count += 1) {
    if (await window.evaluate((wanted) => document.activeElement?.matches(wanted), selector))
      return;
    await press(step);
  }
  throw new Error(`no way to ${selector} with ${step}`);
}

const said = (sentence: string | RegExp) =>
  window.locator('footer [role="status"]').filter({ hasText: sentence });

test('a document is opened, a passage marked, noted and tagged, listed, and handed out', async () => {
  await tabTo('[role="tab"][aria-selected="true"]', 'Shift+Tab');
  await press('Home');
  await expect(window.getByRole('tab', { name: '文库' })).toBeFocused();
  await tabTo('nav li:nth-child(2) button');
  await press('Enter');
  await expect(window.locator('article')).toContainText('世界一流高科技园区');

  await press('g');
  await expect(window.getByRole('combobox', { name: '到标题' })).toBeFocused();
  await window.keyboard.type('建设');
  await press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
  await press('j', 'm');
  await expect(said(/^已划线/)).toBeAttached();
  await press('.');
  await expect(window.locator('article mark').first()).toBeFocused();
  await press('2');
  await writeNote(window, 'n', '会上请经办部门说明。');
  await tabTo('input[list]');
  await window.keyboard.type('会前必读');
  await press('Enter');
  await expect(window.getByRole('button', { name: '去掉标签 会前必读' })).toBeVisible();
  await press('Escape');

  await tabTo('[role="tab"][aria-selected="true"]', 'Shift+Tab', 200);
  await press('End');
  await expect(window.getByRole('tab', { name: '批注 1' })).toBeFocused();
  await tabTo('button[data-row-control]');
  await press('Space');
  const chosen = window.getByRole('group', { name: '已选 1 条' });
  await expect(chosen).toBeVisible();
  await tabTo('[role="group"] button:not([data-pigment])', 'Shift+Tab');
  await expect(chosen.getByRole('button', { name: '删除所选' })).toBeFocused();
  await press('Shift+Tab', 'Shift+Tab');
  await expect(chosen.getByRole('button', { name: '加入讲义' })).toBeFocused();
  await press('Enter');
  await expect(said('1 条已加入讲义')).toBeAttached();

  await press('Alt+2');
  await expect(window.locator('[data-shown="true"]')).toContainText('会上请经办部门说明。');
  await tabTo('button[aria-label="导出 Markdown"]', 'Tab', 200);
  await press('Enter');
  await expect(said(/^已导出/)).toBeAttached();
  const [file = ''] = readdirSync(exportFolder);
  await expect
    .poll(() => readFileSync(join(exportFolder, file), 'utf8'))
    .toContain('会上请经办部门说明。');
});

test('every key of the reading room is in the sheet', async () => {
  await press('Alt+1', '?');
  const sheet = window.getByRole('dialog', { name: '快捷键' });
  await expect(sheet).toBeVisible();
  const listed = await sheet.locator('kbd').allTextContents();

  const folder = resolve(import.meta.dirname, '../../renderer');
  const registered = globSync('{app,notes,reader,search}/**/*.{ts,tsx}', { cwd: folder })
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .flatMap((source) => [...source.matchAll(/combo: '([^']+)'/gu)])
    .map(([, combo = '']) => combo.replaceAll('Arrow', '').split('+').join(' '));
  const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };
  const missing = registered
    .map((combo) => combo.replace(/Up|Down|Left|Right/u, (name) => arrows[name] ?? name))
    .filter((combo) => !listed.includes(combo));

  expect(registered.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
  const ownKeys = ['1', '2', '3', '4', 'Home', 'End', 'Enter', 'Ctrl Enter', 'Space', 'Ctrl A'];
  for (const key of ownKeys) expect(listed).toContain(key);
  await press('Escape');
});
