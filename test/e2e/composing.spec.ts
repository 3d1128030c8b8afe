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

test('drops between two items what is let go between them', async () => {
  await expect.poll(kinds).toEqual(['标题', '标题', '讨论题', '书写区']);
  const { mouse } = yandu.window;
  await items().nth(3).getByTitle(/^拖动/u).hover();
  const above = await items().nth(0).boundingBox();
  const below = await items().nth(1).boundingBox();
  if (above === null || below === null) throw new Error('no items on screen');
  const gap = (above.y + above.height + below.y) / 2;

  await mouse.down();
  await mouse.move(above.x + above.width / 2, gap, { steps: 5 });
  await mouse.move(above.x + above.width / 2, gap);
  await mouse.up();

  await expect.poll(kinds).toEqual(['标题', '书写区', '标题', '讨论题']);
});

test('keeps the caret where a field has no line ends, and has a number typed anew', async () => {
  const { window } = yandu;
  const heading = items().first().getByRole('textbox', { name: '标题文字' });
  await heading.fill('学习重点');
  await heading.press('Home');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await window.keyboard.type('前');
  await expect(heading).toHaveValue('学前习重点');

  const lines = items().nth(3).getByRole('spinbutton', { name: '行数' });
  await lines.press('End');
  await window.keyboard.press('Backspace');
  await window.keyboard.type('8');
  await expect(lines).toHaveValue('8');
  await window.keyboard.press('Backspace');
  await heading.focus();
  await expect(lines).toHaveValue('8');

  await window.getByRole('button', { name: '添加出席名单' }).click();
  const present = window.getByRole('textbox', { name: '出席', exact: true });
  await present.fill('张三李四');
  await present.press('Home');
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter', '阿']) {
    if (key.length > 1) await window.keyboard.press(key);
    else await window.keyboard.insertText(key);
  }
  await expect(present).toHaveValue('张三、阿李四');
});

test('takes in words as an input method makes them, in every field of a handout', async () => {
  const { window } = yandu;
  const keys = await window.context().newCDPSession(window);
  const title = window.getByRole('textbox', { name: '标题', exact: true });
  const question = items().nth(2).getByRole('textbox', { name: '讨论题' });
  const fields = [title, items().first().getByRole('textbox', { name: '标题文字' }), question];
  for (const field of fields) {
    await field.fill('第');
    for (const text of ['y', 'yi', 'yi j']) {
      await keys.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await expect(field).toHaveValue(`第${text}`);
    }
    // Half-typed letters are not told: the list of handouts has the title as it was.
    if (field === title) await expect(window.getByLabel('讲义列表')).toContainText(/^第$/u);
    await keys.send('Input.insertText', { text: '一节' });
    await window.keyboard.type('!');
    await expect(field).toHaveValue('第一节!');
  }

  await expect(window.getByText(/^自动保存于/u)).toBeVisible();
  await window.getByRole('button', { name: '阅读', exact: true }).click();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  for (const field of fields) await expect(field).toHaveValue('第一节!');
});

test('keeps the keyboard in the room when what had it goes', async () => {
  const { window } = yandu;
  await items().nth(1).getByRole('button', { name: '删除这一项' }).press('Enter');
  await expect.poll(kinds).toEqual(['标题', '讨论题', '书写区']);
  await expect(items().nth(1)).toBeFocused();

  for (const index of [0, 1]) await shelf().getByRole('checkbox').nth(index).check();
  await shelf().getByRole('button', { name: '加入所选 2 条' }).press('Enter');
  await expect(shelf().getByRole('list')).toBeFocused();

  for (const index of [2, 3]) {
    await items().nth(index).focus();
    await items().nth(index).getByRole('button', { name: '收进对照表' }).press('Enter');
  }
  await expect.poll(kinds).toEqual(['标题', '讨论题', '对照表', '书写区']);
  await expect(items().nth(2)).toBeFocused();
  const down = items().nth(2).getByRole('button', { name: '下移这一行' });
  await down.first().press('Enter');
  await expect(down.last()).toBeFocused();
  await expect(down.last()).toBeDisabled();

  await window.getByRole('button', { name: '新建讲义' }).press('Enter');
  await expect(window.getByLabel('讲义列表').locator('option')).toHaveCount(2);
  await expect(window.getByRole('main', { name: '讲义' })).toBeFocused();
});
