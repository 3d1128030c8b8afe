// What keeps a reader's work safe, in a real window: the check, going back to a backup, and a start that fails.
import { expect, test, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { askMain } from '../support/askMain.ts';
import { builtPack, launchYandu } from '../support/launchYandu.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { fillWorked } from '../support/workedBriefing.ts';

const NOTES = 2_000;
let dataFolder: string;
let running: RunningYandu | null = null;

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-upkeep-'));
  const db = openBriefing({
    packPath: builtPack,
    expectedSha256: null,
    briefingPath: join(dataFolder, 'briefing.yandu'),
    migrations,
    nativeBinding: null,
    useWal: true,
    backup: null,
  });
  if (!db.ok) throw new Error(db.code);
  fillWorked(db.value, NOTES);
  db.value.close();
});
test.afterEach(async () => {
  await running?.app.close();
  running = null;
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Past the greeting of a first start. */
async function start(): Promise<Page> {
  running = await launchYandu({ dataFolder });
  const { window } = running;
  await window.getByRole('button', { name: '开始阅读' }).click();
  return window;
}

function change(sql: string): void {
  const db = new Database(join(dataFolder, 'briefing.yandu'));
  db.exec(sql);
  db.close();
}

async function openAbout(window: Page) {
  await window.getByTitle('关于研读').click();
  const about = window.getByRole('dialog', { name: '关于研读' });
  await expect(about).toBeVisible();
  return about;
}

test('backs up, looks the database through, and goes back to a backup', async () => {
  const window = await start();
  const about = await openAbout(window);
  await expect(about.getByText('最近的检查')).toBeVisible();
  await about.getByRole('button', { name: '检查数据库' }).click();
  await expect(about.getByText('数据库完好')).toBeVisible();
  await expect(about.getByText(/，完好$/)).toBeVisible();

  expect(await askMain(window, 'backUpNow', {})).toMatchObject({ ok: true });
  expect(readdirSync(join(dataFolder, 'backups'))).toHaveLength(2);
  await running?.app.close();

  change('DELETE FROM annotation WHERE rowid > 5');
  running = await launchYandu({ dataFolder });
  const again = running.window;
  await expect(again.locator('article [data-segment]').first()).toBeAttached();
  const sheet = await openAbout(again);
  await sheet.getByText('恢复到以前的备份…').click();
  await expect(sheet.getByText('这份备份里有 2000 条批注、1 份讲义。')).toBeVisible();
  await expect(sheet.getByText(/现在的会先另存为一份备份/)).toBeVisible();
  await sheet.getByRole('button', { name: '先备份现状，再恢复' }).click();
  await expect(sheet.getByText(/已回到 .* 时的样子：2000 条批注、1 份讲义/)).toBeVisible();
  await sheet.getByRole('button', { name: '继续阅读' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(again.locator('article [data-segment]').first()).toBeAttached();
  await running.app.close();
  running = null;

  const db = new Database(join(dataFolder, 'briefing.yandu'));
  expect(db.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(NOTES);
  db.close();
});

test('a letter changed in the content is found by the check and leads to recovery at the next start', async () => {
  change("UPDATE document SET text = replace(text, '发展', '发现') WHERE ord = 0");
  const window = await start();
  const about = await openAbout(window);
  await about.getByRole('button', { name: '检查数据库' }).click();
  await expect(about.getByText(/数据库有损坏/)).toBeVisible();
  await running?.app.close();

  running = await launchYandu({ dataFolder });
  const { window: failed } = running;
  await expect(failed.getByText(/已损坏，没有打开/)).toBeVisible();
  await failed.getByRole('button', { name: /^恢复/ }).click();
  await expect(failed.getByText(/2000/).first()).toBeVisible();
});

test('a briefing that was not looked through for long is, by itself, and damage is said', async () => {
  change("UPDATE document SET text = replace(text, '发展', '发现') WHERE ord = 0");
  const old = new Date(Date.now() - 15 * 24 * 60 * 60_000).toISOString();
  const check = JSON.stringify({ at: old, isSound: true });
  change(`INSERT OR REPLACE INTO setting (key, value) VALUES ('last_check', '${check}')`);
  const window = await start();

  // The program begins with this work some seconds after its window is up.
  await expect(window.getByRole('alert')).toContainText('损坏', { timeout: 40_000 });
  const log = readFileSync(join(dataFolder, 'logs', 'yandu.log'), 'utf8');
  expect(log).toContain('"event":"found_damaged"');
});

test('a start that fails inside the program ends in a window that says so', async () => {
  change("UPDATE pack SET title = ''");
  running = await launchYandu({ dataFolder });
  const { window } = running;

  await expect(window.getByRole('heading', { name: '研读未能启动' })).toBeVisible();
  await expect(window.getByText(`都在文件夹 ${dataFolder} 里`)).toBeVisible();
  await expect(window.getByText(/Start it again/)).toBeVisible();
});
