// Every way to select text brings the bar and makes one mark: mouse, clicks, keys; across whatever stands between.

import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { selectBetween } from '../support/selectText.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let dataFolder = '';
let running: RunningYandu;
let window: Page;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-selecting-'));
  running = await launchYandu({ dataFolder });
  window = running.window;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await expect(segment('编制《苏州工业园区国民经济').first()).toBeVisible();
});

test.afterEach(async () => {
  await running.app.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const bar = () => window.getByRole('toolbar', { name: '划线与笔记' });
const marks = () => window.locator('article mark[data-annotations]');
const segment = (text: string | RegExp): Locator =>
  window.locator('article [data-segment]').filter({ hasText: text });

async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? '';
}

async function markedText(): Promise<string> {
  return (await marks().allTextContents()).join('');
}

/** Marks what is selected and expects that it is one mark of this text; then takes it back. */
async function expectMarked(text: string | RegExp): Promise<void> {
  await expect(bar()).toBeVisible();
  await window.keyboard.press('1');
  await expect.poll(markedText).toMatch(text instanceof RegExp ? text : exactly(text));
  const ids = await marks().evaluateAll((all) =>
    all.map((mark) => mark.getAttribute('data-annotations')),
  );
  expect(new Set(ids).size).toBe(1);
  await window.keyboard.press('Control+z');
  await expect(marks()).toHaveCount(0);
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}$`, 'u');
}

test('a double click selects a word, a triple click a paragraph', async () => {
  const paragraph = segment('编制《苏州工业园区国民经济').first();
  const text = (await paragraph.textContent()) ?? '';
  const place = { position: { x: 120, y: 14 } };

  await paragraph.dblclick(place);
  await expect(bar()).toBeVisible();
  const word = await window.evaluate(() => getSelection()?.toString() ?? '');
  expect(text).toContain(word);
  expect(word.length).toBeLessThan(8);
  await expectMarked(word);

  await paragraph.click({ ...place, clickCount: 3 });
  await expectMarked(text);
});

test('a selection goes through a box, a table and into the next section', async () => {
  const box = window.getByRole('complementary', { name: /^专栏1 / });
  const inBox = box.locator('[data-segment]');
  await box.scrollIntoViewIfNeeded();
  const [title, first] = [inBox.first(), inBox.nth(1)];
  const [named, boxed] = [await textOf(title), await textOf(first)];
  await selectBetween(window, { segment: title, text: named }, { segment: first, text: boxed });
  await expectMarked(`${named}${boxed}`);

  const cells = window.locator('article table').first().locator('td, th');
  await cells.first().scrollIntoViewIfNeeded();
  const texts = (await cells.allTextContents()).map((text) => text.trim());
  await selectBetween(
    window,
    { segment: cells.nth(0), text: texts[0] ?? '' },
    { segment: cells.nth(3), text: texts[3] ?? '' },
  );
  await expectMarked(new RegExp(`^${texts.slice(0, 4).join(String.raw`\s*`)}$`, 'u'));

  const heading = window.getByRole('heading', { name: '第一章 发展基础' });
  await heading.scrollIntoViewIfNeeded();
  const before = segment('是园区人民群众共同奋斗的行动纲领').first();
  const after = segment(/^“十三五”时期，是园区综合实力/).first();
  await selectBetween(
    window,
    { segment: before, text: '行动纲领。' },
    { segment: after, text: '“十三五”时期' },
  );
  await expectMarked(
    '行动纲领。第一篇 率先开启社会主义现代化建设新征程第一章 发展基础“十三五”时期',
  );
});

test('the keyboard alone selects from the beginning of a paragraph on, and marks that', async () => {
  await window.keyboard.press(']');
  await window.keyboard.press('j');
  const paragraph = window.locator('[data-segment]:focus');
  await expect(paragraph).toBeVisible();
  const text = (await paragraph.textContent()) ?? '';
  for (let letter = 0; letter < 7; letter += 1) await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowLeft');
  await expectMarked(text.slice(0, 6));

  await window.keyboard.press('k');
  await window.keyboard.press('j');
  await window.keyboard.press('Alt+Shift+ArrowRight');
  await expect(bar()).toBeVisible();
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expectMarked(new RegExp(`^${text.slice(0, 30)}`, 'u'));
});
