import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type Electron from 'electron';
import { segmentIdSchema } from '../../shared/domain/ids.ts';
import { askMain } from '../support/askMain.ts';
import { goToHeading } from '../support/goToHeading.ts';
import { launchYandu, type LaunchArgs } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

const builtPack = resolve(import.meta.dirname, '..', '..', 'dist', 'briefing.yandu');

let dataFolder: string;
let running: RunningYandu[] = [];
/** What the page did against its own rules. */
let complaints: readonly string[] = [];

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-reading-'));
});

test.afterEach(async () => {
  for (const { app } of running) await app.close();
  running = [];
  complaints = [];
  removeFolder(dataFolder);
});

async function start(args: Partial<LaunchArgs> = {}): Promise<RunningYandu> {
  const yandu = await launchYandu({ dataFolder, ...args });
  running = [...running, yandu];
  yandu.window.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) {
      complaints = [...complaints, message.text()];
    }
  });
  return yandu;
}

/** What the system draws of the window: its frame and dialogs, and the ground until the page paints. */
function frameOf({ BrowserWindow, nativeTheme }: typeof Electron): {
  theme: string;
  ground: string | undefined;
} {
  const [window] = BrowserWindow.getAllWindows();
  return { theme: nativeTheme.themeSource, ground: window?.getBackgroundColor().toLowerCase() };
}
const nightFrame = { theme: 'dark', ground: '#1f1c18' };

async function startReading(): Promise<RunningYandu> {
  const yandu = await start();
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
  return yandu;
}

async function close(yandu: RunningYandu): Promise<void> {
  running = running.filter((other) => other !== yandu);
  await yandu.app.close();
}

async function openDocument(window: Page, title: string | RegExp): Promise<void> {
  await window.getByRole('tab', { name: '文库' }).click();
  await window.getByRole('button', { name: title }).click();
}

/** The segments of the document on screen that the page does not show as main has them. */
async function shownDifferently(window: Page): Promise<readonly string[]> {
  const shown = await window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('article [data-segment]')].map(
      (element) => [element.dataset['segment'] ?? '', element.textContent] as const,
    ),
  );
  const first = segmentIdSchema.safeParse(shown[0]?.[0]);
  if (!first.success) return ['no document'];
  const place = await askMain(window, 'findSegmentPlace', { segmentId: first.data });
  if (!place.ok || place.value === null) return ['no document'];
  const { documentId } = place.value;
  const content = await askMain(window, 'getDocument', { documentId });
  if (!content.ok) return [content.code];
  const { segments, text } = content.value;
  const texts = new Map<string, string>(shown);
  return segments
    .filter(({ id, start, end }) => texts.get(id) !== text.slice(start, end))
    .map(({ kind, id }) => `${kind} ${id}`);
}

test('shows every document of the pack to the letter', async () => {
  const { window } = await startReading();
  await window.getByRole('tab', { name: '文库' }).click();
  const cards = window
    .getByRole('navigation', { name: '文库与目录' })
    .getByRole('listitem')
    .getByRole('button');
  await expect(cards.nth(4)).toBeVisible();
  const titles = await cards.evaluateAll((all) =>
    all.map((card) => card.firstElementChild?.textContent ?? ''),
  );

  for (const title of titles) {
    await openDocument(window, new RegExp(`^${escape(title)}`));
    await expect(window.getByRole('heading', { level: 1, name: title })).toBeAttached();
    await expect.poll(() => shownDifferently(window), title).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

test('goes by outline and heading, remembers the way, and follows the reading place', async () => {
  const { window } = await startReading();
  const outline = window.getByRole('navigation', { name: '目录', exact: true });
  const crumbs = window.getByRole('navigation', { name: '所在位置' });

  await outline.getByRole('button', { name: '展开：第二篇 打造全方位开放高地' }).click();
  await outline.getByRole('button', { name: '第四章 全面深化中新合作', exact: true }).click();

  await expect(window.getByRole('heading', { name: '第四章 全面深化中新合作' })).toBeInViewport();
  await expect(outline.locator('[aria-current="true"]')).toHaveText('第四章 全面深化中新合作');
  await expect(crumbs.getByRole('button')).toHaveText([
    '“十四五”规划纲要',
    '第二篇 打造全方位开放高地',
    '第四章 全面深化中新合作',
  ]);

  await goToHeading(window, '发展环境');
  await expect(window.getByRole('heading', { name: '第二章 发展环境' })).toBeInViewport();
  await window.getByRole('button', { name: '后退' }).click();
  await expect(window.getByRole('heading', { name: '第四章 全面深化中新合作' })).toBeInViewport();
  await window.keyboard.press('Alt+ArrowRight');
  await expect(window.getByRole('heading', { name: '第二章 发展环境' })).toBeInViewport();
});

test('moves by paragraph with J and K, and a field keeps its letters', async () => {
  const { window } = await startReading();
  const focused = window.locator('[data-segment]:focus');

  await window.keyboard.press('j');
  const first = (await focused.getAttribute('data-start')) ?? '';
  await window.keyboard.press('j');
  await window.keyboard.press('j');
  await window.keyboard.press('k');
  await window.keyboard.press('k');
  await expect(focused).toHaveAttribute('data-start', first);

  await window.keyboard.press('g');
  await expect(window.getByRole('combobox', { name: '到标题' })).toBeFocused();
  await window.keyboard.type('jk');
  await expect(window.getByRole('combobox', { name: '到标题' })).toHaveValue('jk');
});

test('keeps place, settings and folds over a restart', async () => {
  const first = await startReading();
  await goToHeading(first.window, '第四章');
  await first.window.keyboard.press('Control+,');
  await first.window.getByRole('radio', { name: '夜读' }).check();
  await first.window.getByRole('slider', { name: '字号' }).fill('22');
  await first.window.keyboard.press('Escape');
  await first.window.keyboard.press('Control+=');
  await first.window.keyboard.press('Control+-');
  await first.window.keyboard.press('Control+1');
  await expect(first.window.getByRole('navigation', { name: '文库与目录' })).toBeHidden();
  await expect(first.window.getByText('正文 22 · 宋体')).toBeVisible();
  expect(await first.app.evaluate(frameOf)).toEqual(nightFrame);
  expect(complaints).toEqual([]);
  // Closed at once: nothing may wait for a timer.
  await close(first);

  const { app, window } = await start();

  await expect(window.locator('html')).toHaveAttribute('data-theme', 'night');
  expect(await app.evaluate(frameOf)).toEqual(nightFrame);
  await expect(window.getByText('正文 22 · 宋体')).toBeVisible();
  await expect(window.getByRole('navigation', { name: '文库与目录' })).toBeHidden();
  await expect(window.getByRole('heading', { name: '第四章 全面深化中新合作' })).toBeInViewport();
  await expect(window.getByRole('dialog')).toBeHidden();
});

test('reads two places side by side, each with its own', async () => {
  const { window } = await startReading();
  const main = window.getByRole('region', { name: '主文' });
  const beside = window.getByRole('region', { name: '对读', exact: true });

  await goToHeading(window, '第四章');
  await window.keyboard.press('b');
  await expect(beside).toBeVisible();
  await goToHeading(window, '发展环境');

  await expect(beside.getByRole('heading', { name: '第二章 发展环境' })).toBeInViewport();
  await expect(main.getByRole('heading', { name: '第四章 全面深化中新合作' })).toBeInViewport();
  await beside
    .getByRole('combobox', { name: '选择对读的文件' })
    .selectOption({ label: '世界一流高科技园区' });
  await expect(
    beside.getByRole('heading', { level: 2, name: '建设开放创新的世界一流高科技园区' }),
  ).toBeInViewport();
  await window.keyboard.press('b');
  await expect(beside).toBeHidden();
});

test('draws tables, boxes, footnotes and tasks in their true form', async () => {
  const { window } = await startReading();

  const table = window.getByRole('table').first();
  await expect(table.getByRole('columnheader').first()).toHaveText(/类别/);
  await expect(table.locator('td[rowspan]').first()).toBeAttached();
  await expect(window.getByRole('complementary', { name: /^专栏1 / })).toBeAttached();

  const mark = window.getByRole('button', { name: /^脚注 1：即基本实现企业开办/ });
  await mark.click();
  await expect(window.getByRole('note').first()).toBeInViewport();
  await window.getByRole('button', { name: '脚注 1，回到正文' }).click();
  await expect(mark).toBeInViewport();

  await openDocument(window, /^中共苏州市委关于深入贯彻/);
  const tasks = window.locator('[data-kind="task"]');
  // The far ones come after those in sight.
  await expect(tasks.first()).toBeAttached();
  await expect(window.locator('[data-waiting]')).toHaveCount(0);
  const all = await tasks.count();
  await window.locator('[data-department]', { hasText: '市科技局' }).first().click();
  const filter = window.getByRole('combobox', { name: '牵头或参与部门' });
  await expect(filter).toHaveValue('市科技局');
  await expect.poll(() => tasks.filter({ visible: true }).count()).toBeLessThan(all);
  await filter.selectOption({ label: '全部任务' });
  await expect(tasks.filter({ visible: true })).toHaveCount(all);
});

test('ends no paragraph in a line of a single character', async () => {
  const { window } = await startReading();
  await expect(window.locator('article [data-segment]').last()).toBeAttached();

  const ends = await window.evaluate(() => {
    const whole = new CSSStyleSheet();
    whole.replaceSync('article > div { content-visibility: visible !important }');
    document.adoptedStyleSheets = [whole];
    const lastLine = (paragraph: Element): number => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const pieces = [...range.getClientRects()].filter(({ width }) => width > 0);
      const bottom = Math.max(...pieces.map((piece) => piece.bottom));
      const last = pieces.filter((piece) => bottom - piece.bottom < 8);
      const left = Math.min(...last.map((piece) => piece.left));
      const characters = Number.parseFloat(getComputedStyle(paragraph).fontSize);
      const isOnly = last.length === pieces.length;
      return isOnly ? Infinity : (Math.max(...last.map(({ right }) => right)) - left) / characters;
    };
    return [...document.querySelectorAll('article p[data-kind="paragraph"]')].map(lastLine);
  });

  expect(ends.length).toBeGreaterThan(100);
  // A character and its full stop are two wide.
  expect(ends.filter((width) => width < 2.2)).toEqual([]);
});

test('shows the source of a passage with what was left out', async () => {
  const { window } = await startReading();

  await openDocument(window, /^中共苏州市委关于深入贯彻/);
  await goToHeading(window, '附件1');
  for (let press = 0; press < 3; press += 1) await window.keyboard.press('j');
  await window.keyboard.press('s');

  const sheet = window.getByRole('dialog', { name: '原文' });
  await expect(sheet.getByText('来自 003_9eb184e256992d59.txt')).toBeVisible();
  await expect(sheet.getByRole('listitem').first()).toContainText('增强基础研究');
  await expect(sheet.locator('del').first()).toHaveAttribute('title', /^未进入正文：/);
});

test('speaks English when asked to', async () => {
  const { window } = await startReading();

  await window.keyboard.press('Control+,');
  await window.getByRole('radio', { name: 'English' }).check();

  await expect(window.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('tab', { name: 'Outline' })).toBeVisible();
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
});

test('names the versions it ships with, was tested in and runs on', async () => {
  const { app, window } = await startReading();
  const running = await app.evaluate(() => process.versions.electron);
  const shipped = readFileSync(resolve(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  const version = /"electron": "(?<version>[^"]+)"/.exec(shipped)?.groups?.['version'] ?? '?';

  await window.getByRole('button', { name: '研读', exact: true }).click();

  const about = window.getByRole('dialog', { name: '关于研读' });
  await expect(about).toContainText(`发布所用 Electron${version}`);
  await expect(about).toContainText(`测试所用 Electron${running}`);
});

test('says in the window what is wrong with a pack, in both languages', async () => {
  const broken = join(dataFolder, 'broken.yandu');
  copyFileSync(builtPack, broken);
  truncateSync(broken, 100_000);

  const { window } = await start({ packPath: broken });

  await expect(window.getByText(/内容包 broken\.yandu 不完整/)).toBeVisible();
  await expect(window.getByText(/The content pack broken\.yandu is incomplete/)).toBeVisible();
});

test('says in the window that it has nowhere to write', async () => {
  const file = join(dataFolder, 'file');
  writeFileSync(file, '');
  mkdirSync(join(dataFolder, 'x'));

  const { window } = await start({ dataFolder: join(file, 'data') });

  await expect(window.getByText(/无法写入数据文件夹/)).toBeVisible();
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
