// Notes on a passage, a section, a document and nothing in particular, by mouse and by keys.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { pressAtOnce } from '../support/pressAtOnce.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { selectText } from '../support/selectText.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { closeNote, typeNote } from '../support/writeNote.ts';

let dataFolder = '';
let running: RunningYandu;

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-notes-'));
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(dataFolder);
});

async function open(): Promise<Page> {
  running = await launchYandu({ dataFolder });
  await expect(running.window.locator('article [data-segment]').first()).toBeAttached();
  return running.window;
}

async function openFirstTime(): Promise<Page> {
  const window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  return window;
}

const card = (window: Page, text: string): Locator =>
  window.getByRole('article', { name: '笔记' }).filter({ hasText: text });
const saved = (window: Page): Locator => window.getByText('已保存', { exact: true });

async function write(window: Page, note: string): Promise<void> {
  await typeNote(window, note);
  await closeNote(window);
}

test('the letters typed right after N are the note', async () => {
  const window = await openFirstTime();
  await selectText(window, '苏州工业园区');

  await pressAtOnce(running.app, 'n m 1 j');

  await expect(window.getByRole('textbox', { name: '笔记内容' })).toHaveValue('m1j');
  await expect(window.locator('article mark[data-annotations]')).toHaveCount(1);
  await expect(saved(window)).toBeVisible();
});

test('notes on a section, the document and nothing in particular are written by keys', async () => {
  let window = await openFirstTime();
  await window.keyboard.press('j');
  await window.keyboard.press('Shift+N');
  await write(window, '这一节讲来历');
  await window.keyboard.press('Alt+n');
  await write(window, '全文先看目录');
  await window.keyboard.press('Alt+Shift+N');
  await write(window, '会前再读一遍');
  await running.app.close();

  window = await open();
  await expect(card(window, '这一节讲来历')).toBeInViewport();
  await expect(card(window, '全文先看目录')).toBeInViewport();
  await expect(
    window.getByRole('navigation', { name: '目录', exact: true }).getByTitle('1 条批注'),
  ).toBeVisible();
  await window.getByRole('tab', { name: '批注 3' }).click();
  const list = window.getByRole('region', { name: '批注列表' });
  await expect(list.getByRole('listitem').filter({ hasText: '会前再读一遍' })).toContainText(
    '自由笔记',
  );
  await expect(list.getByRole('listitem').filter({ hasText: '这一节讲来历' })).toContainText(
    '序言',
  );
});

test('a note on a section starts at its heading or in the outline, and stands at the heading', async () => {
  const window = await openFirstTime();
  await window.getByRole('heading', { name: '序言' }).hover();
  await window
    .getByRole('article')
    .first()
    .getByRole('button', { name: '给这一节写笔记：序言' })
    .click();
  await write(window, '从标题写起');
  const apart = async (): Promise<number> => {
    const heading = await window.getByRole('heading', { name: '序言' }).boundingBox();
    const note = await card(window, '从标题写起').boundingBox();
    return Math.abs((note?.y ?? 0) - (heading?.y ?? 1000));
  };
  await expect.poll(apart).toBeLessThan(30);

  const outline = window.getByRole('navigation', { name: '目录', exact: true });
  await outline.getByText('第二篇 打造全方位开放高地').hover();
  await outline.getByRole('button', { name: '给这一节写笔记：第二篇 打造全方位开放高地' }).click();
  await write(window, '从目录写起');

  await expect(window.getByRole('heading', { name: '第二篇 打造全方位开放高地' })).toBeInViewport();
  await expect(card(window, '从目录写起')).toBeInViewport();
});

test('a name in the settings stands on what is written from then on', async () => {
  const window = await openFirstTime();
  await window.keyboard.press('Control+,');
  await window.getByRole('textbox', { name: '署名' }).fill('沈觅');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Shift+N');
  await write(window, '署了名的笔记');

  await expect(card(window, '署了名的笔记')).toContainText('沈觅');
});

test('pointing at a card joins it to its passage; a narrow window has one card under the passage', async () => {
  const window = await openFirstTime();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('n');
  await write(window, '指给我看');
  await window.mouse.move(5, 5);
  const line = window.locator('aside svg[aria-hidden] > path');
  await expect(line).toHaveCount(0);

  await card(window, '指给我看').hover();

  await expect(line).toHaveAttribute('d', /^M -?[\d.]+ /);
  const gap = async (): Promise<number> => {
    const joined = await line.boundingBox();
    const box = await card(window, '指给我看').boundingBox();
    return Math.abs((joined?.x ?? 0) + (joined?.width ?? 0) - (box?.x ?? 1000));
  };
  await expect.poll(gap).toBeLessThan(4);

  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 640);
  });
  await expect(card(window, '指给我看')).toHaveCount(0);
  const mark = window.locator('article mark[data-annotations]');
  await mark.click();
  await expect(window.getByRole('textbox', { name: '笔记内容' })).toHaveCount(1);
  const below = async (): Promise<number> => {
    const passage = await mark.boundingBox();
    const under = await window.getByRole('article', { name: '笔记' }).boundingBox();
    return (under?.y ?? 0) - (passage?.y ?? 1000) - (passage?.height ?? 0);
  };
  await expect.poll(below).toBeGreaterThan(0);
});

test('a note that was begun and left unwritten is gone; what was typed last is not', async () => {
  let window = await openFirstTime();
  const tab = window.getByRole('tab', { name: /^批注/ });
  const field = window.getByRole('textbox', { name: '笔记内容' });
  for (const begin of ['Shift+N', 'Alt+n', 'Alt+Shift+N']) {
    await window.keyboard.press('j');
    await window.keyboard.press(begin);
    await expect(field).toBeFocused();
    await expect(tab).toHaveText('批注 1');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(tab).toHaveText('批注');
  }
  await window.keyboard.press('Control+z');
  await expect(window.locator('footer [role="status"]')).toHaveText('没有可撤销的操作');

  await window.keyboard.press('Alt+Shift+N');
  await expect(field).toBeFocused();
  await window.keyboard.type('想');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await expect(tab).toHaveText('批注 1');
  await window.keyboard.press('Alt+Shift+N');
  await expect(field).toBeFocused();
  await running.app.close();

  window = await open();
  await expect(window.getByRole('tab', { name: '批注 1' })).toBeVisible();
});
