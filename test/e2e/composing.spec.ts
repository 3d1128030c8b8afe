// The facilitator's hands: excerpts dragged and picked from a search, items moved, taken back, drafted.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { searchFor } from '../support/searchFor.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let yandu: RunningYandu;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-composing-'));
  yandu = await launchYandu({ dataFolder });
  const { window } = yandu;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await expect(window.locator('[data-segment]').first()).toBeVisible();
  for (const key of ['j', 'j', 'j', 'm', 'j', 'j', 'm']) await window.keyboard.press(key);
  await expect(window.getByRole('tab', { name: '批注 2' })).toBeVisible();
  await expect(window.getByText(/^已划线/u)).toBeVisible();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await window.getByRole('button', { name: '新建讲义' }).click();
  await expect(items()).toHaveCount(4);
});

test.afterEach(async () => {
  await yandu.app.close();
  removeFolder(dataFolder);
});

function items(): Locator {
  return yandu.window.getByRole('list', { name: '提纲' }).getByRole('listitem');
}

function shelf(): Locator {
  return yandu.window.getByRole('region', { name: '素材' });
}

/** What the outline holds, in order. */
async function kinds(): Promise<string[]> {
  const names = await items().evaluateAll((all) => all.map((item) => item.ariaLabel ?? ''));
  return names.map((name) => name.replace(/^第 \d+ 项，/u, ''));
}

/** Presses, moves and lets go as a hand does; `part` is where on the target, from its top. */
async function drag(from: Locator, to: Locator, part: number): Promise<void> {
  const { mouse } = yandu.window;
  // Hovering waits until neither moves.
  await from.hover();
  await mouse.down();
  await to.hover();
  const { width = 0, height = 0 } = (await to.boundingBox()) ?? {};
  await to.hover({ position: { x: width / 2, y: height * part } });
  await mouse.up();
}

test('drags an excerpt into the outline and items to their places', async () => {
  await expect.poll(kinds).toEqual(['标题', '标题', '讨论题', '书写区']);

  await drag(shelf().getByRole('blockquote').first(), items().nth(1), 0.1);
  await expect.poll(kinds).toEqual(['标题', '引文', '标题', '讨论题', '书写区']);
  await expect(shelf().getByText('已加入')).toHaveCount(1);

  await drag(items().nth(2).getByTitle(/^拖动/u), items().nth(0), 0.1);
  await expect(items().first().getByRole('textbox')).toHaveValue('讨论题');
  await expect.poll(kinds).toEqual(['标题', '标题', '引文', '讨论题', '书写区']);

  await items().nth(2).focus();
  await yandu.window.keyboard.press('Alt+ArrowDown');
  await expect(items().nth(3)).toHaveAccessibleName('第 4 项，引文');
  await expect(items().nth(3)).toBeFocused();
});

test('takes back and does again whatever was done to the outline, and the pages follow', async () => {
  const { window } = yandu;
  const checked = window.getByText(/^引文核对 /u);
  await shelf().getByRole('button', { name: '加入讲义' }).first().click();
  await expect(checked).toHaveText('引文核对 1/1 一致');

  await items().first().focus();
  await window.keyboard.press('Control+z');
  await expect(items()).toHaveCount(4);
  await expect(checked).toHaveText('引文核对 0/0 一致');
  await window.keyboard.press('Control+Shift+z');
  await expect(items()).toHaveCount(5);
  await expect(checked).toHaveText('引文核对 1/1 一致');

  await window.getByRole('button', { name: '移入回收站' }).click();
  await expect(window.getByText('还没有讲义。')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(items()).toHaveCount(5);
});

test('drafts from all marks, and picks an excerpt from a search into the handout on the desk', async () => {
  const { window } = yandu;
  await shelf().getByRole('button', { name: '按文件起草' }).click();
  await expect.poll(async () => (await kinds()).slice(4)).toEqual(['标题', '引文', '引文']);
  await window.getByRole('button', { name: '复制讲义' }).click();
  const desk = window.getByLabel('讲义列表');
  await expect(desk.locator('option')).toHaveCount(2);
  await desk.selectOption({ label: '学习讨论提纲' });

  const results = await searchFor(window, '探路者');
  await results.getByRole('button', { name: '加入讲义' }).first().click();
  await expect(window.getByText('已加入讲义')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(results).toBeHidden();

  await expect(items()).toHaveCount(8);
  await expect(items().last()).toContainText('探路者');
});

test('takes no more into a field than it can save', async () => {
  const { window } = yandu;
  const field = items().first().getByRole('textbox', { name: '标题文字' });
  await field.focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText('长'.repeat(3_000));

  await expect(field).toHaveValue('长'.repeat(2_000));
  await expect(window.getByText(/^自动保存于/u)).toBeVisible();
  await window.getByRole('button', { name: '阅读', exact: true }).click();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(field).toHaveValue('长'.repeat(2_000));
});

test('begins minutes with the list of those present', async () => {
  const { window } = yandu;
  await window.getByRole('form', { name: '讲义信息' }).getByLabel('模板').selectOption('讨论记录');

  await expect(items().first()).toHaveAccessibleName('第 1 项，出席名单');
  await window.getByRole('textbox', { name: '出席', exact: true }).fill('张三、李四');
  await expect(window.getByText(/^自动保存于/u)).toBeVisible();
  await window.getByRole('button', { name: '阅读', exact: true }).click();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(window.getByRole('textbox', { name: '出席', exact: true })).toHaveValue(
    '张三、李四',
  );
});
