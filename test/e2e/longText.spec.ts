// A text as long as a law code: it opens at once, comes whole, and stays where one reads.

import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLongBriefing } from '../support/writeLongBriefing.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { restingTop } from '../support/restingTop.ts';
import type { RunningYandu } from '../support/startElectron.ts';

test.describe.configure({ mode: 'serial' });

const CHARACTERS = 400_000;

let dataFolder = '';
let running: RunningYandu;
let window: Page;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-long-'));
  writeLongBriefing(dataFolder, { characters: CHARACTERS, annotations: 300 });
  running = await launchYandu({ dataFolder, packPath: join(dataFolder, 'pack.yandu') });
  ({ window } = running);
  await window.getByRole('button', { name: '开始阅读' }).click();
});

test.afterAll(async () => {
  await running.app.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function text() {
  return window.getByRole('group', { name: /^正文：长文/ });
}

async function goTo(place: string): Promise<void> {
  await window.keyboard.press('g');
  const box = window.getByRole('combobox', { name: '到标题' });
  await expect(box).toBeFocused();
  await box.fill(place);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toBeHidden();
}

test('what is selected is the whole text, though most of it is still on its way', async () => {
  await window.getByRole('tab', { name: '文库' }).click();
  await window.getByRole('button', { name: /^长文/ }).click();
  const article = text().locator('article').first();
  await article.waitFor();

  await article.evaluate((element) => {
    document.getSelection()?.selectAllChildren(element);
  });
  await window.keyboard.press('l');

  await expect(window.getByText('已复制这一处的链接')).toBeVisible();
  const link = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  const end = Number(/(\d+)(?:\?|$)/.exec(link)?.[1]);
  expect(end).toBeGreaterThan(CHARACTERS);
});

test('comes into the page whole, every paragraph once', async () => {
  await expect(text().locator('[data-waiting]')).toHaveCount(0);

  const ends = await text()
    .locator('[data-segment]')
    .evaluateAll((all) =>
      all.map((one) => ({
        start: Number(one.getAttribute('data-start')),
        end: Number(one.getAttribute('data-end')),
        length: one.textContent.length,
      })),
    );
  expect(ends.every(({ start, end, length }) => end - start === length)).toBe(true);
  expect(ends.every(({ start }, n) => n === 0 || start === (ends[n - 1]?.end ?? 0) + 1)).toBe(true);
  expect(ends.at(-1)?.end).toBeGreaterThan(CHARACTERS);
});

test('a line stays under the eye while the text above it gets its true height', async () => {
  await goTo('第70节');
  await expect(window.getByRole('heading', { name: '第70节' })).toBeInViewport();
  await restingTop(text());

  const moved = await text().evaluate(async (scroller) => {
    const frame = () => new Promise(requestAnimationFrame);
    const { top, height } = scroller.getBoundingClientRect();
    // In the text, which a notice above it may push down as a whole.
    const heightOf = (line: Element | undefined) =>
      (line?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top;
    const off: number[] = [];
    for (let step = 0; step < 60; step += 1) {
      const line = [...scroller.querySelectorAll('[data-segment]')].find((one) => {
        const box = one.getBoundingClientRect();
        return box.top > top + height * 0.3 && box.height > 0;
      });
      const before = heightOf(line);
      scroller.scrollBy(0, -200);
      await frame();
      await frame();
      off.push(heightOf(line) - before - 200);
    }
    return off;
  });

  expect(Math.max(...moved.map(Math.abs))).toBeLessThan(2);
});

test('the search leads back to the very line', async () => {
  await goTo('第40节');
  await expect(window.getByRole('heading', { name: '第40节' })).toBeInViewport();
  const before = await restingTop(text());

  const results = window.getByRole('main', { name: '搜索结果' });
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('searchbox', { name: '搜索', exact: true })).toBeFocused();
  await window.keyboard.type('不动产登记');
  await expect(results.locator('mark').first()).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(results).toBeHidden();

  expect(await restingTop(text())).toBe(before);
});

test('the outline opens at the section one reads, and comes whole', async () => {
  await goTo('第120节');
  await expect(window.getByRole('heading', { name: '第120节' })).toBeInViewport();
  const outline = window.getByRole('navigation', { name: '目录', exact: true });

  await window.getByRole('tab', { name: '文库' }).click();
  await window.getByRole('tab', { name: '目录' }).click();

  const current = outline.locator('[aria-current="true"]');
  await expect(current).toContainText('第120节');
  await expect(current).toBeInViewport();
  await expect(text().locator('[data-waiting]')).toHaveCount(0);
  const sections = await text().locator('[data-kind="heading"]').count();
  await expect(outline.getByRole('listitem')).toHaveCount(sections);
  await outline.getByTitle('第1节', { exact: true }).click();
  await expect(window.getByRole('heading', { name: '第1节', exact: true })).toBeInViewport();
});

test('End goes to the very last line, though all before it is still on its way', async () => {
  await window.reload();
  await text().locator('[data-segment]').first().waitFor();

  await text().press('End');

  await restingTop(text());
  const below = () =>
    text().evaluate((scroller) => {
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      return scrollHeight - clientHeight - scrollTop;
    });
  await expect.poll(below).toBeLessThan(2);
  await expect(text().locator('[data-segment]').last()).toBeInViewport();
  await text().press('Home');
  await expect(text().locator('[data-segment]').first()).toBeInViewport();
});

test('the list of its notes comes whole, begins anew when filtered, and is left and found at the same row', async () => {
  const list = window.getByRole('region', { name: '批注列表' });
  const rows = list.getByRole('listitem');
  const seen = list.getByRole('listitem').filter({ hasText: '第202条' });
  await window.getByRole('tab', { name: /^批注/ }).click();
  await expect(rows).toHaveCount(300);
  await seen.scrollIntoViewIfNeeded();
  await expect(seen).toBeInViewport();

  await window.getByRole('tab', { name: '目录' }).click();
  await expect(list).toHaveCount(0);
  await window.getByRole('tab', { name: /^批注/ }).click();
  await expect(seen).toBeInViewport();
  await expect(rows).toHaveCount(300);
  await expect(seen).toBeInViewport();

  await list.getByRole('searchbox', { name: '在批注中查找' }).fill('会上可问');
  await expect(list.getByRole('status')).toHaveText('100 / 300 条');
  await expect(rows.first()).toBeInViewport();
  await expect(rows).toHaveCount(100);
  await list.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows).toHaveCount(300);
});
