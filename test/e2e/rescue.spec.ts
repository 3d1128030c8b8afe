import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { builtPack, launchYandu, spawnYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { fillWorked } from '../support/workedBriefing.ts';

let dataFolder: string;
let exportFolder: string;
let running: RunningYandu | null = null;

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-data-'));
  exportFolder = join(dataFolder, 'exports');
  mkdirSync(exportFolder);
  const db = openBriefing({
    packPath: builtPack,
    expectedSha256: null,
    briefingPath: briefingPath(),
    migrations,
    nativeBinding: null,
    useWal: true,
    backup: null,
  });
  if (!db.ok) throw new Error(db.code);
  fillWorked(db.value, 200);
  db.value.close();
});

test.afterEach(async () => {
  await running?.app.close();
  running = null;
  removeFolder(dataFolder);
});

const briefingPath = (): string => join(dataFolder, 'briefing.yandu');

async function start(): Promise<RunningYandu> {
  running = await launchYandu({ dataFolder, exportFolder });
  return running;
}

test('gives the notes out of a newer program’s briefing and leaves it as it was', async () => {
  const db = new Database(briefingPath());
  db.pragma('user_version = 1999');
  db.close();
  const before = readFileSync(briefingPath());

  const { window } = await start();
  await expect(window.getByText(/由更新版本的研读保存/)).toBeVisible();
  await expect(window.getByText(/Your annotations can be taken out/)).toBeVisible();

  await window.getByRole('button', { name: /导出批注（Markdown）/ }).click();
  await expect(window.getByText('已把 200 条批注导出为', { exact: false })).toBeVisible();
  await window.getByRole('button', { name: /导出批注（JSON-LD）/ }).click();
  await expect(window.getByText(/\.jsonld。$/)).toBeVisible();
  await window.getByRole('button', { name: /复制数据文件/ }).click();
  await expect(window.getByText(/已复制为/)).toBeVisible();
  await expect(window.getByRole('button', { name: /恢复|空白/ })).toHaveCount(0);

  const files = readdirSync(exportFolder);
  expect(files.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['jsonld', 'md', 'yandu']);
  const markdown = files.find((name) => name.endsWith('.md')) ?? '';
  expect(readFileSync(join(exportFolder, markdown), 'utf8')).toContain('note 199.');
  const copy = files.find((name) => name.endsWith('.yandu')) ?? '';
  expect(readFileSync(join(exportFolder, copy)).equals(before)).toBe(true);
  expect(readFileSync(briefingPath()).equals(before)).toBe(true);
});

test('puts a damaged briefing together again, says in numbers what came of it, and opens it', async () => {
  const bytes = readFileSync(briefingPath());
  const packPages = readFileSync(builtPack).length / 4096;
  bytes.fill(7, (packPages + 12) * 4096, (packPages + 13) * 4096);
  writeFileSync(briefingPath(), bytes);

  const { app, window } = await start();
  await expect(window.getByText(/已损坏/)).toBeVisible();
  await window.getByRole('button', { name: /恢复批注/ }).click();
  await expect(window.getByText(/恢复了 (1\d\d|200) 条批注，1 份讲义/)).toBeVisible();

  const opening = app.waitForEvent('window');
  await window.getByRole('button', { name: /打开研读/ }).click();
  const reading = await opening;

  await expect(reading.getByRole('button', { name: '研读', exact: true })).toBeVisible();
  const [time = ''] = readdirSync(join(dataFolder, 'damaged'));
  expect(readFileSync(join(dataFolder, 'damaged', time, 'briefing.yandu')).equals(bytes)).toBe(
    true,
  );
});

test('a second start shows the first window and ends well', async () => {
  const { app, window } = await start();
  await expect(window.getByRole('button', { name: '研读', exact: true })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize();
  });

  const second = spawnYandu({ dataFolder, exportFolder });

  expect(await second.ended).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
    )
    .toBe(false);
});
