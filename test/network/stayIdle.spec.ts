// Part of npm run test:network: what a program does on its own, it does when nobody touches it.
import { expect, test } from '@playwright/test';
import { installPackagedYandu } from '../support/packagedYandu.ts';

const idleMinutes = Number(process.env['YANDU_IDLE_MINUTES']);

test('stays open and untouched', async () => {
  expect(idleMinutes).toBeGreaterThan(0);
  test.setTimeout((idleMinutes + 2) * 60_000);
  const installed = installPackagedYandu();
  try {
    const { app, window } = await installed.launch(installed);
    await expect(window.getByRole('dialog')).toBeVisible({ timeout: 20_000 });
    await window.waitForTimeout(idleMinutes * 60_000);
    await expect(window.getByRole('dialog')).toBeVisible();
    await app.close();
  } finally {
    installed.remove();
  }
});
