// Every kind of change to annotations, tags and handouts is taken back and done again, across restarts.

import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { selectText } from '../support/selectText.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let running: RunningYandu;

async function open(): Promise<Page> {
  running = await launchYandu({ dataFolder });
  const { window } = running;
  await expect(window.locator('article [data-segment]').first()).toBeAttached();
  return window;
}

async function restart(): Promise<Page> {
  await running.app.close();
  return open();
}

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-undo-'));
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(dataFolder);
});

const list = (window: Page) => window.getByRole('region', { name: '批注列表' });
const marks = (window: Page) => window.locator('article mark[data-annotations]');
const saying = (window: Page) => window.locator('footer [role="status"]');

async function changeEverything(window: Page): Promise<void> {
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('1');
  await marks(window).click();
  const card = window.getByRole('article', { name: '笔记' });
  await card.getByRole('button', { name: '石绿' }).click();
  await expect(card.getByRole('button', { name: '石绿' })).toHaveAttribute('aria-pressed', 'true');
  await card.getByRole('combobox', { name: '类型' }).selectOption('疑问');
  await card.getByRole('textbox', { name: '笔记内容' }).fill('会上问');
  await expect(card.getByText('已保存', { exact: true })).toBeVisible();
  await card.getByRole('switch').check();
  await card.getByRole('button', { name: '终点前移一字' }).click();
  await expect(marks(window)).toHaveText('苏州工业园');
  await card.getByRole('combobox', { name: '加标签' }).fill('必读');
  await window.keyboard.press('Enter');
  await expect(card.getByRole('button', { name: '去掉标签 必读' })).toBeVisible();

  await window.getByRole('tab', { name: '批注 1' }).click();
  await list(window).getByRole('button', { name: '管理标签' }).click();
  const name = window.getByRole('textbox', { name: '给标签“必读”改名' });
  await name.fill('会前必读');
  await name.press('Enter');
  await expect(window.getByRole('textbox', { name: '给标签“会前必读”改名' })).toBeVisible();
  await window.keyboard.press('Escape');
  await list(window).getByRole('checkbox').check();
  await list(window).getByRole('button', { name: '加入讲义' }).click();
  await expect(saying(window)).toHaveText('1 条已加入讲义');
}

/** The last first. */
const changes = [
  '删除批注',
  '新建讲义',
  '标签改名或合并',
  '改变标签',
  '调整范围',
  '改变可见范围',
  '编辑笔记',
  '改变类型',
  '改变颜色',
  '新建批注',
] as const;

test('ten kinds of change are undone and redone one by one, with the window closed in between', async () => {
  test.slow();
  let window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  await changeEverything(window);
  await list(window).getByRole('button', { name: '删除所选' }).click();
  await expect(marks(window)).toHaveCount(0);

  window = await restart();
  for (const change of changes) {
    await window.keyboard.press('Control+z');
    await expect(saying(window)).toHaveText(`已撤销：${change}`);
  }
  await expect(marks(window)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(saying(window)).toHaveText('没有可撤销的操作');

  window = await restart();
  for (const change of changes.toReversed().slice(0, -1)) {
    await window.keyboard.press('Control+Shift+z');
    await expect(saying(window)).toHaveText(`已重做：${change}`);
  }
  await expect(marks(window)).toHaveText('苏州工业园');
  await window.getByRole('tab', { name: '批注 1' }).click();
  await expect(list(window).getByRole('listitem').first()).toContainText(/会上问.*疑问.*#会前必读/);
  await window.keyboard.press('Alt+2');
  await expect(window.locator('[data-shown="true"]')).toContainText('苏州工业园');
});

test('what was deleted rests in the bin, and comes back from there whole', async () => {
  let window = await open();
  await window.getByRole('button', { name: '开始阅读' }).click();
  await changeEverything(window);
  await list(window).getByRole('button', { name: '删除所选' }).click();
  await expect(marks(window)).toHaveCount(0);

  window = await restart();
  await window.getByRole('tab', { name: '批注' }).click();
  await list(window).getByRole('button', { name: '回收站' }).click();
  await window.getByRole('button', { name: '恢复' }).click();
  await expect(window.getByText('回收站是空的')).toBeVisible();
  await window.keyboard.press('Escape');

  await expect(marks(window)).toHaveText('苏州工业园');
  await expect(list(window).getByRole('listitem').first()).toContainText(/会上问.*疑问.*#会前必读/);
});
