// Notes that link to passages, and the way there and back.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLink } from '../support/copyLink.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { selectText } from '../support/selectText.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { closeNote } from '../support/writeNote.ts';

let folder = '';
let running: RunningYandu;
let window: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-links-'));
  running = await launchYandu({ dataFolder: join(folder, 'data'), exportFolder: folder });
  window = running.window;
  await window.getByRole('button', { name: '开始阅读' }).click();
});

test.afterEach(async () => {
  await running.app.close();
  removeFolder(folder);
});

const field = (): Locator => window.getByRole('textbox', { name: '笔记内容' });
const saved = (): Locator => window.getByText('已保存', { exact: true });
const cards = (): Locator => window.getByRole('article', { name: '笔记', exact: true });

/** Opens the note of what is selected. */
async function openNote(): Promise<void> {
  await window.keyboard.press('n');
  await expect(field()).toBeFocused();
}

test('two brackets find a passage; its chip jumps there, and the passage names the note', async () => {
  await selectText(window, '苏州工业园区');
  await openNote();
  await window.keyboard.type('对照[[');
  await expect(window.getByRole('combobox', { name: '插入链接' })).toBeFocused();
  await window.keyboard.type('新加坡国立大学');
  const found = window.getByRole('listbox', { name: '原文段落' }).getByRole('option');
  await expect(found.first()).toContainText('新加坡国立大学');
  await window.keyboard.press('Enter');
  await expect(field()).toHaveValue(/^对照\[\[《.+》第\d+段\|yandu:\/\/open\/[^\]]+\?v=1\]\]$/);
  await expect(field()).toBeFocused();
  await window.keyboard.type('再谈');
  await closeNote(window);

  const chip = cards().getByRole('button', { name: /^《.+》第\d+段$/ });
  await chip.focus();
  await window.keyboard.press('Enter');
  const passage = window.locator('article [data-segment]', { hasText: '新加坡国立大学' });
  await expect(passage.first()).toBeInViewport();
  const referrer = window
    .getByRole('article', { name: '被笔记引用的一处' })
    .getByRole('button', { name: /^对照《/ });
  await expect(referrer).toBeInViewport();

  await window.keyboard.press('Alt+ArrowLeft');
  await expect(window.locator('article mark').first()).toBeInViewport();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(referrer).toBeInViewport();
  await referrer.click();
  await expect(window.locator('article mark').first()).toBeInViewport();
  await expect(field()).toBeVisible();
});

test('a selected passage is linked into the open note, and a pasted address becomes a chip', async () => {
  await selectText(window, '根据《中共苏州市委');
  await window.keyboard.press('2');
  await selectText(window, '苏州工业园区');
  await openNote();
  await window.keyboard.type('见');
  await selectText(window, '根据《中共苏州市委');
  await window.getByRole('button', { name: '链接到笔记' }).click();
  await expect(field()).toHaveValue(/^见\[\[《“十四五”规划纲要》第2段\|yandu:/);
  await expect(saved()).toBeVisible();
  await expect(window.getByRole('group', { name: '笔记中的链接' }).getByRole('button')).toHaveText(
    '《“十四五”规划纲要》第2段',
  );

  const before = await field().inputValue();
  await copyLink(window, '编制《苏州工业园区国民经济');
  await field().focus();
  await window.keyboard.press('Control+End');
  await window.keyboard.press('Control+v');
  await expect(field()).not.toHaveValue(before);
  await closeNote(window);

  await expect(
    cards().getByRole('button', { name: '《“十四五”规划纲要》第2段', exact: true }),
  ).toHaveCount(2);
  // The mark that is linked to has a card now, without a note of its own.
  await expect(cards().getByRole('button', { name: /^见《/ })).toBeVisible();
});

test('an export names the passage of a link', async () => {
  await copyLink(window, '根据《中共苏州市委');
  await selectText(window, '苏州工业园区');
  await openNote();
  await window.keyboard.press('Control+v');
  await expect(field()).toHaveValue(/^yandu:/);
  await closeNote(window);
  await window.getByRole('tab', { name: /^批注/ }).click();
  await window.getByRole('button', { name: '导出与导入' }).click();
  await window.getByRole('button', { name: '导出 Markdown' }).click();
  await expect(window.getByText(/^已导出 1 条批注/)).toBeVisible();

  const file = readdirSync(folder).find((name) => name.endsWith('.md')) ?? '';
  expect(readFileSync(join(folder, file), 'utf8')).toMatch(
    /\[《“十四五”规划纲要》第2段\]\(yandu:\/\/open\/plan-14-5\/\d+-\d+\?v=1\)/,
  );
});
