// What installing says, the review of a new edition, and the window of a briefing that cannot be opened: no
// screen of these may give axe a reason to complain, in any theme.

import { expect, test, type Page } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { axeFindingsByTheme } from '../support/axeFindings.ts';
import { firstEdition, secondEdition } from '../support/editionTexts.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { makeEdition } from '../support/makeEdition.ts';
import { selectText } from '../support/selectText.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let root = '';
let running: RunningYandu | null = null;

test.beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yandu-axe-packs-'));
});

test.afterEach(async () => {
  await running?.app.close();
  running = null;
  rmSync(root, { recursive: true, force: true });
});

async function mark(window: Page, passage: string): Promise<void> {
  await selectText(window, passage);
  await window.keyboard.press('1');
  await expect(window.locator('article mark', { hasText: passage })).toBeVisible();
}

test('axe finds nothing while a pack is refused, updated and its marks are reviewed', async () => {
  const [stick, trustFolder] = [join(root, 'stick'), join(root, 'trust')];
  for (const folder of [stick, trustFolder]) mkdirSync(folder);
  const [key, foreignKey] = [join(root, 'office.pem'), join(root, 'stranger.pem')];
  for (const path of [key, foreignKey]) makeKeyPair(path);
  copyFileSync(join(root, 'office.pub.pem'), join(trustFolder, 'office.pem'));
  const edition = (version: number, text: string, signing: string): string =>
    makeEdition(root, { version, documents: { rules: ['管理办法', text] }, key: signing });
  const packPath = edition(1, firstEdition, key);

  running = await launchYandu({
    dataFolder: join(root, 'data'),
    exportFolder: stick,
    trustFolder,
    packPath,
  });
  const { window } = running;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await mark(window, '认真执行');
  await mark(window, '不得拖延');
  await mark(window, '专项资金');

  await offer(window, stick, edition(3, secondEdition, foreignKey));
  const refused = window.getByRole('dialog', { name: '没有装入' });
  await expect(refused).toBeVisible();
  expect(await axeFindingsByTheme(window), 'refused').toEqual({});
  await refused.getByRole('button', { name: '完成' }).click();
  await expect(refused).toBeHidden();

  await offer(window, stick, edition(2, secondEdition, key));
  const report = window.getByRole('dialog', { name: '内容包已更新' });
  await expect(report).toBeVisible();
  expect(await axeFindingsByTheme(window), 'report').toEqual({});
  await report.getByRole('button', { name: '查看批注' }).click();
  const list = window.getByRole('region', { name: '批注列表' });
  await expect(list.getByRole('button', { name: '待确认 1 条' })).toBeVisible();
  await expect(list.getByText('建议位置：不得延')).toBeVisible();
  expect(await axeFindingsByTheme(window), 'review').toEqual({});

  await window.keyboard.press('Control+o');
  await window.getByText('签名与文件').first().click();
  expect(await axeFindingsByTheme(window), 'packs').toEqual({});
});

async function offer(window: Page, stick: string, pack: string): Promise<void> {
  rmSync(stick, { recursive: true });
  mkdirSync(stick);
  for (const ending of ['', '.sig']) {
    copyFileSync(`${pack}${ending}`, join(stick, `${basename(pack)}${ending}`));
  }
  await window.keyboard.press('Control+o');
  await window.getByRole('button', { name: '装入内容包…' }).click();
}

test('axe finds nothing in the window of a briefing that cannot be opened', async () => {
  const dataFolder = join(root, 'data');
  mkdirSync(dataFolder);
  writeFileSync(join(dataFolder, 'briefing.yandu'), 'not a database');

  running = await launchYandu({ dataFolder });
  const { window } = running;
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(window.getByRole('button').first()).toBeVisible();

  expect(await axeFindingsByTheme(window)).toEqual({});
});
