// Notes written in the list, and what its fields and sheets do with the keys: no letter goes astray.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { closeNote, typeNote, writeNote } from '../support/writeNote.ts';

let dataFolder = '';
let running: RunningYandu;
let window: Page;
let list: Locator;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-writing-'));
  running = await launchYandu({ dataFolder });
  window = running.window;
  list = window.getByRole('region', { name: '批注列表' });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await expect(window.locator('article [data-segment]').first()).toBeVisible();
  await window.getByRole('tab', { name: /^批注/ }).click();
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(dataFolder);
});

const field = () => window.getByRole('textbox', { name: '笔记内容' });
const find = () => list.getByRole('searchbox', { name: '在批注中查找' });
const newNote = () => list.getByRole('button', { name: '新笔记' });

async function writeFreeNote(note: string): Promise<void> {
  await newNote().click();
  await typeNote(window, note);
  await closeNote(window);
}

test('a note is begun and rewritten in a list that is filtered by other words', async () => {
  await writeFreeNote('苹果');
  await find().fill('苹果');
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await newNote().click();
  await typeNote(window, 'mm 1');
  await expect(field()).toHaveValue('mm 1');
  await closeNote(window);
  await expect(list.getByRole('status').first()).toHaveText('1 / 2 条');

  await list.getByRole('listitem').getByRole('button').first().click();
  await field().fill('梨');
  await expect(window.getByText('已保存', { exact: true })).toBeVisible();
  await window.keyboard.type('m');
  await expect(field()).toHaveValue('梨m');
  await expect(window.getByRole('tab', { name: '批注 2' })).toBeVisible();
});

test('a second note begun in place of an empty one keeps the keyboard', async () => {
  await newNote().click();
  await expect(field()).toBeFocused();
  await newNote().click();
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await typeNote(window, '只有这一条');
  await expect(window.getByRole('tab', { name: '批注 1' })).toBeVisible();
});

test('undo in a field of a search takes back its words, and no note', async () => {
  await writeFreeNote('苹果');
  const box = window.getByRole('searchbox', { name: '搜索', exact: true });
  for (const search of [find(), box]) {
    await search.click();
    await window.keyboard.type('梨');
    await window.keyboard.press('Control+z');
    await expect(search).toHaveValue('');
  }

  await window.keyboard.press('Escape');
  await expect(list.getByText('苹果')).toBeVisible();
});

test('the keyboard stays in a sheet whose rows come and go', async () => {
  const sheet = window.getByRole('dialog');
  await window.locator('article [data-segment]').nth(3).click();
  await writeNote(window, 'n', '待议');
  for (const name of ['甲', '乙']) {
    await window.getByRole('combobox', { name: '加标签' }).fill(name);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: `去掉标签 ${name}` })).toBeVisible();
  }
  await list.getByRole('button', { name: '管理标签' }).click();
  await sheet.getByRole('textbox', { name: '给标签“甲”改名' }).fill('丙');
  await window.keyboard.press('Enter');
  await expect(sheet.getByRole('textbox', { name: '给标签“丙”改名' })).toBeFocused();
  await sheet.getByRole('button', { name: '删除标签“乙”' }).press('Enter');
  await expect(sheet.getByRole('textbox')).toHaveCount(1);
  await expect.poll(() => holdsFocus(sheet)).toBe(true);

  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: '删除', exact: true }).click();
  await list.getByRole('button', { name: '回收站' }).click();
  await sheet.getByRole('button', { name: '恢复' }).press('Enter');
  await expect(sheet.getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => holdsFocus(sheet)).toBe(true);
});

test('a long tag is broken where its card ends', async () => {
  await window.locator('article [data-segment]').nth(3).click();
  await writeNote(window, 'n', '待议');
  const name = 'W'.repeat(100);
  await window.getByRole('combobox', { name: '加标签' }).fill(name);
  await window.keyboard.press('Enter');
  const off = window.getByRole('button', { name: `去掉标签 ${name}` });
  await expect(off).toBeVisible();

  const card = await window.getByRole('article', { name: '笔记' }).boundingBox();
  const parts = [off, window.getByRole('combobox', { name: '加标签' }), field()];
  for (const part of parts) {
    const box = await part.boundingBox();
    if (card === null || box === null) throw new Error('nothing on screen');
    expect(box.x + box.width).toBeLessThanOrEqual(card.x + card.width);
  }
});

function holdsFocus(part: Locator): Promise<boolean> {
  return part.evaluate((element) => element.contains(document.activeElement));
}
