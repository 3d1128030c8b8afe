// Marks and notes as a reader makes them, in a real window, by mouse and keys alone.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { selectBetween, selectText } from '../support/selectText.ts';
import { writeNote } from '../support/writeNote.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let exportFolder = '';
let running: RunningYandu;

async function open(): Promise<Page> {
  running = await launchYandu({ dataFolder, exportFolder });
  const { window } = running;
  await expect(window.locator('article [data-segment]').first()).toBeAttached();
  return window;
}

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-annotating-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(dataFolder);
  removeFolder(exportFolder);
});

/** The first start greets; the greeting has the focus. */
async function openFirstTime(): Promise<Page> {
  const window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  return window;
}

function paragraph(window: Page, text: RegExp): Locator {
  return window.locator('article [data-segment]').filter({ hasText: text }).first();
}

const opening = /^“十四五”时期（2021~2025年）/;
const second = /^根据《中共苏州市委/;
const bar = (window: Page) => window.getByRole('toolbar', { name: '划线与笔记' });
const marks = (window: Page) => window.locator('article mark[data-annotations]');

async function markedText(window: Page): Promise<string> {
  return (await marks(window).allTextContents()).join('');
}

test('a passage is selected with the mouse, coloured, noted, and found again', async () => {
  let window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await bar(window).getByRole('button', { name: /石绿/ }).click();
  await expect(marks(window)).toHaveText('苏州工业园区');
  await expect(bar(window)).toHaveCount(0);

  await marks(window).click();
  await window.getByRole('textbox', { name: '笔记内容' }).fill('对照**前文**');
  await expect(window.getByText('已保存', { exact: true })).toBeVisible();
  await running.app.close();

  window = await open();
  await expect(marks(window)).toHaveText('苏州工业园区');
  await expect(window.getByRole('article', { name: '笔记' })).toContainText('对照前文');
});

test('a selection across paragraphs is one mark, and overlapping marks stay apart', async () => {
  const window = await openFirstTime();
  await selectBetween(
    window,
    { segment: paragraph(window, opening), text: '关键时期。' },
    { segment: paragraph(window, second), text: '根据' },
  );
  await window.keyboard.press('2');
  await expect.poll(() => markedText(window)).toBe('关键时期。根据');

  await selectText(window, '“最美窗口”的关键');
  await window.keyboard.press('4');
  await window.getByRole('tab', { name: '批注 2' }).click();

  const list = window.getByRole('region', { name: '批注列表' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').nth(0)).toContainText('“最美窗口”的关键');
  await expect(list.getByRole('listitem').nth(1)).toContainText('关键时期。');
});

test('deleting in the list deletes in the text at once; undo and redo work, also after a restart', async () => {
  let window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('1');
  await window.getByRole('tab', { name: '批注 1' }).click();
  await window.getByRole('checkbox', { name: /苏州工业园区/ }).check();
  await window.getByRole('button', { name: '删除所选' }).click();
  await expect(marks(window)).toHaveCount(0);
  await running.app.close();

  window = await open();
  await expect(marks(window)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(marks(window)).toHaveText('苏州工业园区');
  await window.keyboard.press('Control+Shift+z');
  await expect(marks(window)).toHaveCount(0);
});

test('the keyboard alone marks a sentence, notes it, steps to it, and deletes it', async () => {
  const window = await openFirstTime();
  await window.keyboard.press('j');
  await window.keyboard.press('m');
  await expect(marks(window).first()).toBeVisible();

  await window.keyboard.press('.');
  await expect(marks(window).first()).toBeFocused();
  await window.keyboard.press('3');
  await writeNote(window, 'n', '无鼠标');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Delete');

  await expect(marks(window)).toHaveCount(0);
});

test('the keys come to each mark once, from where one reads, however marks lie over one another', async () => {
  const window = await openFirstTime();
  const segment = paragraph(window, opening);
  await selectBetween(
    window,
    { segment, text: '关键时期。' },
    { segment: paragraph(window, second), text: '根据' },
  );
  await window.keyboard.press('2');
  await expect.poll(() => markedText(window)).toBe('关键时期。根据');
  for (const [text, key] of [
    ['全面落实党的', '1'],
    ['落实党的十九大', '3'],
    ['党的', '4'],
  ] as const) {
    const before = await marks(window).count();
    await selectText(window, text);
    await window.keyboard.press(key);
    await expect.poll(() => marks(window).count()).toBeGreaterThan(before);
  }
  const open = window.getByRole('complementary').locator('article[data-pigment]');
  const walk = async (keys: readonly string[]): Promise<readonly (string | null)[]> => {
    const seen: (string | null)[] = [];
    for (const key of keys) {
      const last = seen.at(-1);
      await window.keyboard.press(key);
      if (last) await expect(open).not.toHaveAttribute('data-pigment', last);
      seen.push(await open.getAttribute('data-pigment'));
    }
    return seen;
  };

  expect(await walk(['.', '.', '.', '.', '.', ',', ','])).toEqual([
    ...['gamboge', 'malachite', 'indigo', 'cinnabar', 'gamboge', 'cinnabar', 'indigo'],
  ]);

  await window.keyboard.press('Escape');
  await paragraph(window, second).focus();
  expect(await walk(['.'])).toEqual(['gamboge']);
  await window.keyboard.press('Escape');
  await paragraph(window, second).focus();
  expect(await walk([','])).toEqual(['cinnabar']);
});

test('what was shown as saved outlives a kill while typing', async () => {
  let window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await writeNote(window, 'n', '第一句。');
  await window.keyboard.type('未存');
  const closed = running.app.waitForEvent('close');
  running.app.process().kill('SIGKILL');
  await closed;

  window = await open();
  await expect(window.getByRole('article', { name: '笔记' })).toContainText('第一句。');
});

test('what is being typed is stored when the machine goes to sleep', async () => {
  let window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: '笔记内容' })).toBeFocused();
  // With the page's clock stopped no pause in typing can store it.
  await window.clock.install();
  await window.clock.pauseAt(Date.now() + 60_000);
  await window.keyboard.type('写到一半');
  await running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect(window.getByText('已保存', { exact: true })).toBeVisible();
  const closed = running.app.waitForEvent('close');
  running.app.process().kill('SIGKILL');
  await closed;

  window = await open();
  await expect(window.getByRole('article', { name: '笔记' })).toContainText('写到一半');
});

test('closing the window in the middle of a word loses nothing', async () => {
  let window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: '笔记内容' })).toBeFocused();
  await window.keyboard.type('写到一半');
  await running.app.close();

  window = await open();
  await expect(window.getByRole('article', { name: '笔记' })).toContainText('写到一半');
});

test('a mark grows and shrinks by a character, and a selection in a table is marked', async () => {
  const window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('1');
  await marks(window).click();
  await window.getByRole('button', { name: '终点前移一字' }).click();
  await expect(marks(window)).toHaveText('苏州工业园');
  await window.getByRole('button', { name: '起点前移一字' }).click();
  await expect(marks(window)).toHaveText('是苏州工业园');
  await window.keyboard.press('Control+z');
  await expect(marks(window)).toHaveText('苏州工业园');

  const cells = window.locator('article table td');
  const wholeOf = async (segment: Locator) => {
    return { segment, text: ((await segment.textContent()) ?? '').trim() };
  };
  const next = await wholeOf(cells.nth(1));
  await selectBetween(window, await wholeOf(cells.nth(0)), next);
  await window.keyboard.press('3');
  const inTable = window.locator('article table mark[data-annotations]');
  const marked = async (): Promise<string> => (await inTable.allTextContents()).join('');
  await expect.poll(marked).toContain(next.text);
});

test('a passage is copied with its citation, and pasted into a note of its own', async () => {
  const window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await bar(window).getByRole('combobox', { name: '出处格式' }).selectOption('简短');
  await bar(window).getByRole('button', { name: '引用' }).click();
  await expect(window.getByText(/^已复制，附出处/)).toBeVisible();

  await window.getByRole('tab', { name: /^批注/ }).click();
  await window.getByRole('button', { name: '新笔记' }).click();
  const field = window.getByRole('textbox', { name: '笔记内容' });
  await expect(field).toBeFocused();
  await window.keyboard.press('Control+v');

  await expect(field).toHaveValue('苏州工业园区\n——《“十四五”规划纲要》第1段\n');
});

test('a copy that the system refuses is not called one', async () => {
  const window = await openFirstTime();
  await running.app.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
      answer(false);
    });
    session.defaultSession.setPermissionCheckHandler(() => false);
  });
  await selectText(window, '苏州工业园区');
  await bar(window).getByRole('button', { name: '引用' }).click();
  await expect(window.getByText(/^没有复制成功/)).toBeVisible();
});

test('annotations travel by a file to another reader', async () => {
  let window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('2');
  await window.getByRole('tab', { name: '批注 1' }).click();
  await window.getByRole('button', { name: '导出与导入' }).click();
  await window.getByRole('button', { name: '导出 JSON-LD' }).click();
  await expect(window.getByText(/^已导出 1 条批注/)).toBeVisible();
  await running.app.close();
  removeFolder(dataFolder);
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-annotating-'));

  window = await openFirstTime();
  await window.getByRole('tab', { name: '批注', exact: true }).click();
  await window.getByRole('button', { name: '导出与导入' }).click();
  await window.getByRole('button', { name: '导入批注' }).click();

  await expect(window.getByText('导入完成：新增 1，更新 0，删除 0')).toBeVisible();
  await expect(marks(window)).toHaveText('苏州工业园区');
});
