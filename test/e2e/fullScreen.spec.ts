import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import type { RunningYandu } from '../support/startElectron.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'yandu-full-'));
let running: RunningYandu;

test.afterAll(async () => {
  await running.app.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const isFull = () =>
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());

test('F11 makes the window full, it is so again after a restart, and F11 makes it small', async () => {
  running = await launchYandu({ dataFolder });
  await running.window.getByRole('button', { name: '开始阅读' }).click();
  expect(await isFull()).toBe(false);
  await running.window.keyboard.press('F11');
  await expect.poll(isFull).toBe(true);
  await running.app.close();

  running = await launchYandu({ dataFolder });
  await expect(running.window.locator('article [data-segment]').first()).toBeVisible();
  await expect.poll(isFull).toBe(true);
  await running.window.keyboard.press('F11');
  await expect.poll(isFull).toBe(false);
});
