// A program on a stick: everything it writes stays beside it.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installPackagedYandu } from '../support/packagedYandu.ts';

test('with a file named portable beside it, keeps data, log and backups there and nothing in the home', async () => {
  const installed = installPackagedYandu();
  const stick = installed.programFolder;
  writeFileSync(join(stick, 'portable'), '');
  installed.giveProgramFolder();
  const before = readdirSync(installed.homeFolder, { recursive: true }).map(String);
  try {
    const { app, window } = await installed.launch(null);
    await window.getByRole('button', { name: '开始阅读' }).click();
    await expect(window.locator('[data-segment]').first()).toBeVisible();
    for (const key of ['j', 'j', 'm']) await window.keyboard.press(key);
    await expect(window.getByText(/^已划线/u)).toBeVisible();
    await app.close();

    const kept = readdirSync(join(stick, 'yandu-data'));
    expect(kept).toEqual(expect.arrayContaining(['briefing.yandu', 'logs']));
    const written = readdirSync(installed.homeFolder, { recursive: true })
      .map(String)
      .filter((path) => !before.includes(path));
    expect(written).toEqual([]);
  } finally {
    installed.remove();
  }
});
