// Where one reads, how much of it was read, and what is on screen: kept as they were.

import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askMain } from '../support/askMain.ts';
import { goToHeading } from '../support/goToHeading.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let running: RunningYandu;

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-place-'));
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(dataFolder);
});

async function open(): Promise<Page> {
  running = await launchYandu({ dataFolder });
  return running.window;
}

test('a jump to the end reads no more than the last page', async () => {
  const window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  const card = window.getByRole('button', { name: /^苏州工业园区国民经济/ });
  await expect(card).toContainText('已读 1%');
  const before = await unitsRead(window);

  await goToHeading(window, '第六篇');

  await expect.poll(() => unitsRead(window)).toBeGreaterThan(before);
  await expect(card).toContainText(/已读 [12]%/);
});

/** What of the last read document counts as read, as main has it. */
async function unitsRead(window: Page): Promise<number> {
  const places = await askMain(window, 'listReadingPlaces', {});
  return places.ok ? (places.value[0]?.unitsRead ?? 0) : 0;
}

test('two texts side by side are there again, each at its place, after a restart', async () => {
  let window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  await goToHeading(window, '第四章');
  await window.keyboard.press('b');
  await goToHeading(window, '发展环境');
  await running.app.close();

  window = await open();

  const main = window.getByRole('region', { name: '主文' });
  const beside = window.getByRole('region', { name: '对读', exact: true });
  await expect(main.getByRole('heading', { name: '第四章 全面深化中新合作' })).toBeInViewport();
  await expect(beside.getByRole('heading', { name: '第二章 发展环境' })).toBeInViewport();
});

test('the place stays while size, leading and width of the text change', async () => {
  const window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  await goToHeading(window, '第四章');
  const heading = window.getByRole('heading', { name: '第四章 全面深化中新合作' });

  await window.keyboard.press('Control+,');
  for (const [name, value] of [
    ['字号', '26'],
    ['行距', '2.4'],
    ['行宽', '28'],
  ] as const) {
    await window.getByRole('slider', { name }).fill(value);
    await expect(heading).toBeInViewport();
  }
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+1');

  await expect(heading).toBeInViewport();
});

test('a footnote stands in the margin level with its mark', async () => {
  const window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  const mark = window.getByRole('button', { name: /^脚注 1：即基本实现企业开办/ });
  await mark.scrollIntoViewIfNeeded();

  const note = window.locator('aside p', { hasText: /^1 即基本实现企业开办/ });

  await expect(note).toBeInViewport();
  const apart = async (): Promise<number> => {
    const [markBox, noteBox] = [await mark.boundingBox(), await note.boundingBox()];
    return Math.abs((markBox?.y ?? 0) - (noteBox?.y ?? 1000));
  };
  await expect.poll(apart).toBeLessThan(60);
});
