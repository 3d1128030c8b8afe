// A link to a passage, copied from one window, opens the program there: a closed one and an open one.

import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLink } from '../support/copyLink.ts';
import { launchYandu, spawnYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

const passage = '大数据+铁脚板+网格化';

let dataFolder = '';
let running: RunningYandu;

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-links-'));
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(dataFolder);
});

const paragraph = (window: Page) =>
  window.locator('article [data-segment]').filter({ hasText: passage }).first();

/** Copies the link of the passage, then leaves for another document. */
async function copyAndLeave(window: Page): Promise<string> {
  await window.getByRole('button', { name: '开始阅读' }).click();
  await paragraph(window).scrollIntoViewIfNeeded();
  await copyLink(window, passage);
  const link = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(link).toMatch(/^yandu:\/\/open\//u);
  await window.getByRole('tab', { name: '文库' }).click();
  await window.getByRole('button', { name: /^建设开放创新的世界一流高科技园区/u }).click();
  await expect(paragraph(window)).toHaveCount(0);
  return link;
}

test('a second start with a link hands it to the open window and ends; the back key returns', async () => {
  running = await launchYandu({ dataFolder });
  const { window } = running;
  const link = await copyAndLeave(window);

  const second = spawnYandu({ dataFolder, args: [link] });

  expect(await second.ended).toBe(0);
  await expect(paragraph(window)).toBeInViewport();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect(
    window.getByRole('heading', { level: 1, name: '建设开放创新的世界一流高科技园区' }),
  ).toBeAttached();
});

test('a start with a link stands at the passage, wherever one was before', async () => {
  running = await launchYandu({ dataFolder });
  const link = await copyAndLeave(running.window);
  await running.app.close();

  running = await launchYandu({ dataFolder, args: [link] });

  await expect(paragraph(running.window)).toBeInViewport();
});
