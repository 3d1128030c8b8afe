// What an admin decided for the machine, as the reader meets it.
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { askMain } from '../support/askMain.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let folder: string;
let running: RunningYandu | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-policy-'));
});
test.afterEach(async () => {
  await running?.app.close();
  running = null;
  removeFolder(folder);
});

async function launchWith(policy: unknown): Promise<Page> {
  const policyPath = join(folder, 'policy.json');
  writeFileSync(policyPath, typeof policy === 'string' ? policy : JSON.stringify(policy));
  running = await launchYandu({
    dataFolder: join(folder, 'data'),
    exportFolder: join(folder, 'exports'),
    policyPath,
  });
  return running.window;
}

/** The status bar ends where the window does: a notice above the rooms must not move it. */
async function expectWholeWindow(window: Page): Promise<void> {
  const below = (): Promise<number> =>
    window
      .locator('footer')
      .first()
      .evaluate((foot) => Math.round(foot.getBoundingClientRect().bottom) - innerHeight);
  await expect.poll(below).toBe(0);
}

test('the language is the one the admin set, and the settings say whose choice it is', async () => {
  const window = await launchWith({ version: 1, language: 'en' });
  await window.getByRole('button', { name: 'Start reading' }).click();
  await window.keyboard.press('Control+,');
  const settings = window.getByRole('dialog', { name: 'Settings' });

  await expect(settings.getByText('Managed by your administrator')).toBeVisible();
  await expect(settings.getByRole('radio', { name: '简体中文' })).toBeDisabled();
  await expectWholeWindow(window);
});

test('where only the program’s own pack may be read, no other can be chosen, and the window says why', async () => {
  const window = await launchWith({ version: 1, trust: 'shippedOnly' });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await window.keyboard.press('Control+o');
  const packs = window.getByRole('dialog', { name: '内容包' });

  await expect(packs.getByRole('button', { name: '装入内容包' })).toBeDisabled();
  await expect(packs).toContainText('由管理员管理：这台电脑只使用随程序附带的内容包');
  await expect(packs).not.toContainText('选择 .yandu 文件');
});

test('a format that the admin forbids is shown and cannot be chosen', async () => {
  const window = await launchWith({
    version: 1,
    exportFormats: { 征求意见稿: [], '*': ['docx', 'jsonld'] },
  });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await expect(window.getByRole('button', { name: /不允许打印/u })).toBeDisabled();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await window.getByRole('button', { name: '新建讲义' }).click();
  const formats = window.getByRole('group', { name: '导出' });

  await expect(formats.getByRole('button', { name: 'Word' })).toBeEnabled();
  await expect(formats.getByRole('button', { name: 'PDF' })).toBeDisabled();
  await expect(window.getByText('由管理员管理：这份内容不允许导出为 PDF、')).toBeVisible();

  await window.getByRole('textbox', { name: '状态行' }).fill('征求意见稿');
  await expect(formats.getByRole('button', { name: 'Word' })).toBeDisabled();
});

test('what the admin decided about packs and folders stands where packs are and where the program tells of itself', async () => {
  const backupFolder = join(folder, 'second');
  const window = await launchWith({
    version: 1,
    packUpdates: 'forbidden',
    allowUnsignedPacks: true,
    packFolder: folder,
    backupFolder,
  });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await window.getByRole('button', { name: /^内容包 / }).click();
  const packs = window.getByRole('dialog', { name: '内容包', exact: true });
  for (const rule of [
    `内容包只能从文件夹 ${folder} 装入`,
    '不允许更新已有的内容包',
    '未签名的内容包也可以装入',
  ]) {
    await expect(packs.getByText(`由管理员管理：${rule}`)).toBeVisible();
  }
  await window.keyboard.press('Escape');

  await window.getByTitle('关于研读').click();
  const about = window.getByRole('dialog', { name: '关于研读' });
  await expect(about.getByText(/^由管理员管理：.*内容包文件夹.*备份文件夹/u)).toBeVisible();
  // The second place gets every backup.
  await askMain(window, 'backUpNow', {});
  await expect
    .poll(() => existsSync(backupFolder) && readdirSync(backupFolder).length)
    .toBeTruthy();
});

test('a broken policy is said in the window and closes what it could forbid', async () => {
  const window = await launchWith({ version: 1, language: 'fr' });

  await expect(window.getByRole('alert')).toContainText('language 不符合规定');
  await expect(window.getByRole('alert')).toContainText('请联系管理员');
  await expectWholeWindow(window);
  await window.getByRole('button', { name: '开始阅读' }).click();
  await window.getByRole('button', { name: /^内容包 / }).click();
  const packs = window.getByRole('dialog', { name: '内容包', exact: true });
  await expect(packs.getByText('由管理员管理：这台电脑只使用随程序附带的内容包')).toBeVisible();
});

test('a policy that cannot be read at all opens no data', async () => {
  const window = await launchWith('{ "version": 1, "dataFolder": ');

  await expect(window.getByRole('heading', { name: '研读未能启动' })).toBeVisible();
  await expect(window.getByText('不是完整的 JSON')).toBeVisible();
});
