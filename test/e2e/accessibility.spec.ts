import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import { axeFindings } from '../support/axeFindings.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { openSearch, resultsOf } from '../support/searchFor.ts';
import type { RunningYandu } from '../support/startElectron.ts';

// Colours differ by theme, names by language.
const looks = [
  { language: 'zh', words: zh, theme: 'paper' },
  { language: 'zh', words: zh, theme: 'night' },
  { language: 'zh', words: zh, theme: 'contrast' },
  { language: 'zh', words: zh, theme: 'eink' },
  { language: 'en', words: en, theme: 'paper' },
] as const;

let dataFolder = '';
let yandu: RunningYandu;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-axe-'));
  yandu = await launchYandu({ dataFolder });
});

test.afterEach(async () => {
  await yandu.app.close();
  removeFolder(dataFolder);
});

async function choose(window: Page, { language, words, theme }: (typeof looks)[number]) {
  const { languages } = zh.app.settingsSheet;
  await window.keyboard.press('Control+,');
  await window.getByRole('radio', { name: languages[language] }).check();
  await window.getByRole('radio', { name: words.app.settingsSheet.themes[theme] }).check();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
}

test('axe finds nothing on the first screen', async () => {
  await expect(yandu.window.getByRole('button', { name: '开始阅读' })).toBeVisible();

  expect(await axeFindings(yandu.window)).toEqual([]);
});

for (const look of looks) {
  const { language, words, theme } = look;
  test(`axe finds nothing in any room in ${theme}, ${language}`, async () => {
    // Many screens, each looked through whole.
    test.slow();
    const { window } = yandu;
    const { app, handout, notes, reading, search } = words;
    await window.getByRole('button', { name: '开始阅读' }).click();
    await choose(window, look);
    await expect(window.locator('[data-segment]').first()).toBeVisible();

    expect(await axeFindings(window), 'outline and text').toEqual([]);

    await window.getByRole('tab', { name: reading.library }).click();
    await window.getByRole('button', { name: /^中共苏州市委关于深入贯彻/ }).click();
    await window.keyboard.press('g');
    await window.getByRole('combobox', { name: reading.goTo }).fill('附件1');
    expect(await axeFindings(window), 'going to a heading').toEqual([]);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toBeHidden();
    await window.keyboard.press('b');
    await expect(
      window.locator('section[data-side="beside"] [data-segment]').first(),
    ).toBeVisible();
    await window.getByRole('tab', { name: new RegExp(`^${reading.annotations}`, 'u') }).click();
    expect(await axeFindings(window), 'tasks side by side, no annotations').toEqual([]);
    await window.keyboard.press('m');
    await window.locator('[data-row] input[type="checkbox"]').check();
    await window.getByText(notes.filters, { exact: true }).click();
    await window.locator('[data-row] button').first().click();
    await expect(window.getByRole('textbox', { name: notes.noteLabel })).toBeVisible();
    expect(await axeFindings(window), 'annotations, chosen and open').toEqual([]);
    for (const name of [notes.manageTags, notes.exchange, notes.bin, notes.exportSelected]) {
      await window.getByRole('button', { name }).click();
      await expect(window.getByRole('dialog')).toBeVisible();
      expect(await axeFindings(window), name).toEqual([]);
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toBeHidden();
    }
    await window.getByRole('button', { name: notes.addToHandout }).click();
    await window.locator('article').first().press('Escape');

    for (const [keys, room] of [
      ['s', 'source'],
      ['?', 'keys'],
      ['Control+,', 'settings'],
      ['Control+o', 'packs'],
    ] as const) {
      await window.keyboard.press(keys);
      await expect(window.getByRole('dialog')).toBeVisible();
      expect(await axeFindings(window), room).toEqual([]);
      await window.keyboard.press('Escape');
      await expect(window.getByRole('dialog')).toBeHidden();
    }
    await window.getByRole('button', { name: app.name, exact: true }).click();
    await expect(window.getByRole('dialog', { name: app.about })).toBeVisible();
    expect(await axeFindings(window), 'about').toEqual([]);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();

    await window.keyboard.press('/');
    await expect(window.getByRole('searchbox', { name: search.placeholderHere })).toBeFocused();
    await window.keyboard.type('创新');
    await expect(window.getByText(/^\d+ \/ \d+$/u)).toBeVisible();
    expect(await axeFindings(window), 'finding in a document').toEqual([]);
    await window.keyboard.press('Escape');

    await openSearch(window, words);
    expect(await axeFindings(window), 'ways to search').toEqual([]);
    await window.keyboard.type('高新技术企业');
    await resultsOf(window, '高新技术企业', words);
    expect(await axeFindings(window), 'search').toEqual([]);
    await window.keyboard.press('Control+a');
    await window.keyboard.type('龘靐龗');
    await resultsOf(window, '龘靐龗', words);
    expect(await axeFindings(window), 'nothing found').toEqual([]);

    await window.getByRole('button', { name: app.handout, exact: true }).click();
    await expect(window.getByRole('button', { name: `${handout.exportAs} Word` })).toBeVisible();
    expect(await axeFindings(window), 'handouts').toEqual([]);
    await window.getByRole('button', { name: handout.bin, exact: true }).click();
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await axeFindings(window), 'bin of handouts').toEqual([]);
  });
}

test('everything of the reading room fits at 1024 by 640 and at 200 % zoom', async () => {
  const { app, window } = yandu;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640);
  });
  const overflow = (): Promise<number> =>
    window.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);

  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(1024);
  await expect.poll(overflow).toBe(0);

  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(512);
  await expect.poll(overflow).toBe(0);
  await expect(window.getByRole('button', { name: '设置' })).toBeInViewport();
  await expect(window.locator('[data-segment]').first()).toBeInViewport();
});

test('in English, too, the bars keep to the window, far into a text and with much to say', async () => {
  const { app, window } = yandu;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await window.keyboard.press('Control+,');
  await window.getByRole('radio', { name: 'English' }).check({ force: true });
  await window.keyboard.press('Escape');
  await window.locator('[data-segment]').nth(8).click();
  await expect(window.getByRole('contentinfo')).toContainText('第一篇 第一章');
  for (const [width, height, zoom] of [
    [720, 480, 1],
    [1024, 640, 2],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        const [first] = BrowserWindow.getAllWindows();
        first?.setContentSize(size[0], size[1]);
        first?.webContents.setZoomFactor(size[2]);
      },
      [width, height, zoom] as const,
    );
    await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width / zoom);
    // Said in the status bar, where the place has to make room for it.
    await window.keyboard.press('Control+z');

    for (const name of ['Handouts', 'Settings']) {
      const button = window.getByRole('banner').getByRole('button', { name, exact: true });
      await expect(button).toBeInViewport({ ratio: 1 });
    }
    const said = window.getByRole('contentinfo').getByText('Nothing to undo');
    await expect(said).toBeInViewport({ ratio: 1 });
    expect(await said.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  }
});

test('nothing moves for those who asked for less motion', async () => {
  const { window } = yandu;
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await expect(window.locator('[data-segment]').first()).toBeVisible();

  const moving = await window.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return /[1-9]/.test(`${transitionDuration} ${animationDuration}`);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );

  expect(moving).toEqual([]);
});

test('in forced colours a switch shows whether it is on, and the open tab is told from the others', async () => {
  const { window } = yandu;
  await window.emulateMedia({ forcedColors: 'active' });
  await window.getByRole('button', { name: '开始阅读' }).click();

  const lines = await window
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
  await window.keyboard.press('Control+,');
  await expect(window.getByRole('switch').first()).toBeVisible();
  const appearances = await window
    .getByRole('switch')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).appearance));

  expect(new Set(lines).size).toBe(2);
  expect(new Set(appearances)).toEqual(new Set(['auto']));
  expect(await axeFindings(window)).toEqual([]);
});
