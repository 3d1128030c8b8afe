// The list of all annotations, in a real window: grouped, filtered, chosen by mouse and by keys, changed together.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import { annotateBriefing } from '../support/annotateBriefing.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let exportFolder = '';
let running: RunningYandu;
let window: Page;
let list: Locator;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-list-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
  const opened = openBriefing({
    packPath: resolve(import.meta.dirname, '../../dist/briefing.yandu'),
    expectedSha256: null,
    briefingPath: join(dataFolder, 'briefing.yandu'),
    migrations,
    nativeBinding: null,
    useWal: false,
    backup: null,
  });
  if (!opened.ok) throw new Error(opened.code);
  annotateBriefing(opened.value, documentIdSchema.parse('plan-14-5'), 30);
  annotateBriefing(opened.value, documentIdSchema.parse('cluster-guidance'), 10);
  opened.value.close();
  running = await launchYandu({ dataFolder, exportFolder });
  window = running.window;
  await window.getByRole('button', { name: '开始阅读' }).click();
  list = window.getByRole('region', { name: '批注列表' });
});

/** The list as at its opening, whichever tests went before. */
test.beforeEach(async () => {
  await window.getByRole('tab', { name: '目录' }).click();
  await expect(list).toHaveCount(0);
  await window.getByRole('tab', { name: '批注 40' }).click();
  await expect(rows()).toHaveCount(40);
});

test.afterAll(async () => {
  await running.app.close();
  removeFolder(dataFolder);
  removeFolder(exportFolder);
});

const rows = () => list.getByRole('listitem');
const state = () => list.getByRole('status');
const choose = (name: string, label: string) =>
  list.getByRole('combobox', { name }).selectOption({ label });
const opener = (index: number) => rows().nth(index).getByRole('button').first();
const checked = () => list.getByRole('checkbox', { checked: true });

test('the list goes by document and section, and every filter has its true count', async () => {
  await expect(rows()).toHaveCount(40);
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([
    '“十四五”规划纲要30',
    '产业创新集群发展的指导意见10',
  ]);
  await expect(list.getByRole('heading', { level: 4 }).first()).toHaveText('序言');

  await list.getByText('筛选', { exact: true }).click();
  await choose('全部文件', '产业创新集群发展的指导意见');
  await expect(state()).toHaveText('10 / 40 条');
  await choose('任意颜色', '花青');
  await expect(rows()).toHaveCount(2);
  await list.getByRole('button', { name: '清除筛选' }).click();
  await choose('有无笔记', '有笔记');
  await expect(state()).toHaveText('14 / 40 条');
  await choose('任意标签', '会前必读');
  await expect(state()).toHaveText('3 / 40 条');
  await choose('任意类型', '行动');
  await expect(list.getByText('没有符合条件的批注')).toBeVisible();
  await list.getByRole('button', { name: '清除筛选' }).click();
});

test('words are read as the search reads them, and the filter outlives another tab', async () => {
  const field = list.getByRole('searchbox', { name: '在批注中查找' });
  await field.fill('"第13条" | "第16条"');
  await expect(rows()).toHaveCount(2);

  await window.getByRole('tab', { name: '目录' }).click();
  await window.getByRole('tab', { name: /^批注/ }).click();

  await expect(field).toHaveValue('"第13条" | "第16条"');
  await expect(rows()).toHaveCount(2);
  await field.fill('');
});

test('rows are chosen with Ctrl and Shift, and with the keys alone', async () => {
  await opener(2).click({ modifiers: ['Control'] });
  await opener(5).click({ modifiers: ['Shift'] });
  await expect(checked()).toHaveCount(4);
  await expect(state()).toContainText('已选 4 条');
  await rows().nth(8).getByRole('checkbox').check();
  await expect(checked()).toHaveCount(5);

  await window.keyboard.press('Escape');
  await expect(checked()).toHaveCount(0);
  await window.keyboard.press('Home');
  await expect(opener(0)).toBeFocused();
  await window.keyboard.press('Space');
  await expect(checked()).toHaveCount(1);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(opener(3)).toBeFocused();
  await expect(checked()).toHaveCount(4);
  await window.keyboard.press('Control+a');
  await expect(checked()).toHaveCount(40);
  await window.keyboard.press('Escape');
  await window.keyboard.press('End');
  await expect(opener(39)).toBeFocused();
});

test('the keyboard goes on to the next row when one is deleted', async () => {
  await opener(1).focus();
  const next = (await opener(2).textContent()) ?? '';
  await window.keyboard.press('Delete');
  await expect(rows()).toHaveCount(39);
  await expect(opener(1)).toBeFocused();
  await expect(opener(1)).toHaveText(next);

  await rows().nth(0).getByRole('checkbox').check();
  await list.getByRole('button', { name: '取消选择' }).press('Enter');
  await expect(list).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(rows()).toHaveCount(40);
});

test('what is chosen is coloured, typed, tagged, exported, put into a handout and deleted together', async () => {
  await opener(0).click({ modifiers: ['Control'] });
  await opener(1).click({ modifiers: ['Control'] });
  const bar = list.getByRole('group', { name: '已选 2 条' });
  await bar.getByRole('button', { name: '石绿' }).click();
  await bar.getByRole('combobox', { name: '改类型' }).selectOption({ label: '疑问' });
  await bar.getByRole('combobox', { name: '加标签' }).fill('带上会');
  await window.keyboard.press('Enter');
  for (const index of [0, 1]) await expect(rows().nth(index)).toContainText(/疑问.*#带上会/);

  await bar.getByRole('button', { name: '导出所选' }).click();
  await window.getByRole('button', { name: '导出 JSON-LD' }).click();
  await expect(window.getByText(/^已导出 2 条批注/)).toBeVisible();
  const [file] = readdirSync(exportFolder);
  const page: unknown = JSON.parse(readFileSync(join(exportFolder, file ?? ''), 'utf8'));
  expect(page).toMatchObject({
    items: [{ 'yandu:pigment': 'malachite' }, { 'yandu:pigment': 'malachite' }],
  });

  await bar.getByRole('button', { name: '加入讲义' }).click();
  await expect(window.getByText('2 条已加入讲义')).toBeVisible();
  await list.getByText('筛选', { exact: true }).click();
  await choose('是否入讲义', '已入讲义');
  await expect(state()).toContainText('2 / 40 条');
  await bar.getByRole('button', { name: '删除所选' }).click();
  await expect(window.getByRole('tab', { name: '批注 38' })).toBeVisible();

  await window.keyboard.press('Control+z');
  await expect(window.getByRole('tab', { name: '批注 40' })).toBeVisible();
  await expect(state()).toContainText('2 / 40 条');
});
