import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { hasTool, runTool } from '../support/outsideTools.ts';
import { officialPageFaults } from '../support/officialPages.ts';
import { holdsText, pdfBytes } from '../support/pdfBytes.ts';

const answer = '参考答案只给主持人';
let dataFolder: string;
let exportFolder: string;
let yandu: RunningYandu;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-handout-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
  yandu = await launchYandu({ dataFolder, exportFolder });
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
});

test.afterEach(async () => {
  await yandu.app.close();
  for (const folder of [dataFolder, exportFolder]) removeFolder(folder);
});

/** Marks a sentence of the open document by keyboard and goes to the handout room. */
async function markAndEnter(): Promise<void> {
  const { window } = yandu;
  await expect(window.locator('[data-segment]').first()).toBeVisible();
  for (const key of ['j', 'j', 'j', 'm']) await window.keyboard.press(key);
  await expect(window.getByText(/^已划线/u)).toBeVisible();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await window.getByRole('button', { name: '新建讲义' }).click();
}

/** The handout room with the marked sentence in a new handout. */
async function quoteMark(): Promise<void> {
  await markAndEnter();
  const shelf = yandu.window.getByRole('region', { name: '素材' });
  await shelf.getByRole('button', { name: '加入讲义' }).click();
}

/** Waits until what was typed is saved and the pages show it. */
async function settled(): Promise<void> {
  await expect(yandu.window.getByText(/^自动保存于/u)).toBeVisible();
  await expect(yandu.window.getByRole('img', { name: /^第 1 \/ /u })).toBeVisible();
  await expect(
    yandu.window.getByRole('region', { name: '预览' }).getByRole('group', { name: '预览' }),
  ).toHaveAttribute('aria-busy', 'false');
}

async function exported(format: string, extension: string): Promise<string> {
  await yandu.window.getByRole('button', { name: `导出 ${format}` }).click();
  await expect(yandu.window.getByRole('status')).toContainText(`.${extension}，引文核对 1/1 一致`);
  const name = readdirSync(exportFolder).find((file) => file.endsWith(`.${extension}`));
  return join(exportFolder, name ?? '');
}

test('composes a handout from a mark and exports it in every format', async () => {
  const { window } = yandu;
  await markAndEnter();
  const shelf = window.getByRole('region', { name: '素材' });
  const quote = await shelf.getByRole('blockquote').first().innerText();

  await window.getByLabel('标题', { exact: true }).fill('学习提纲甲');
  await shelf.getByRole('button', { name: '加入讲义' }).click();
  await window.getByRole('textbox', { name: '讨论题' }).fill('表述为何不同？');
  await window.getByRole('textbox', { name: /^参考答案/u }).fill(answer);
  await settled();

  await expect(window.getByText('引文核对 1/1 一致').first()).toBeVisible();
  const html = readFileSync(await exported('网页', 'html'), 'utf8');
  expect(html).toContain(quote);
  expect(html).toContain(answer);
  expect(readFileSync(await exported('Markdown', 'md'), 'utf8')).toContain('# 学习提纲甲');
  expect(readFileSync(await exported('纯文本', 'txt'), 'utf8')).toContain(quote);
  expect(
    readFileSync(await exported('Word', 'docx'))
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const pdf = await exported('PDF', 'pdf');
  const bytes = readFileSync(pdf, 'latin1');
  for (const part of ['/Outlines', '/MarkInfo', '/Lang']) expect(bytes).toContain(part);
  if (!hasTool('pdftotext')) throw new Error('pdftotext is missing: install poppler-utils');
  const text = runTool('pdftotext', ['-raw', pdf, '-']).replaceAll(/\s/gu, '');
  expect(text).toContain('—1—');
  expect(text.replaceAll(/—\d—/gu, '')).toContain(quote.replaceAll(/\s/gu, ''));
  expect(runTool('pdfinfo', [pdf])).toMatch(/Creator: +Yandu\n/u);
});

test('keeps what is private out of the members’ PDF', async () => {
  const { window } = yandu;
  await quoteMark();
  await window.getByRole('textbox', { name: /^参考答案/u }).fill(answer);
  await settled();

  await window.getByRole('radio', { name: '学员版' }).check();
  await settled();
  const pdf = await exported('PDF', 'pdf');
  const text = runTool('pdftotext', ['-raw', pdf, '-']);

  expect(text).toContain('学习重点');
  expect(text).not.toContain(answer);
  expect(text).not.toContain('分钟');
  // Titles, bookmarks and the page's structure stand outside of its text.
  expect(holdsText(pdfBytes(readFileSync(pdf)), answer)).toBe(false);
});

test('sets 22 lines of 28 characters with the white of GB/T 9704 on every full page', async () => {
  const { window } = yandu;
  const sentence = '加快构建新发展格局是推动高质量发展的战略基点要求着力打造产业科技创新中心';
  await quoteMark();
  await window.getByRole('button', { name: '添加说明' }).click();
  await window.getByRole('textbox', { name: '说明文字' }).fill(sentence.repeat(80));
  await settled();

  const pdf = await exported('PDF', 'pdf');
  expect(officialPageFaults(pdf, 3, join(exportFolder, 'page'))).toEqual([]);
});

test('moves items by keyboard, takes the change back, and finds all after a restart', async () => {
  const { window } = yandu;
  await markAndEnter();
  const items = window.getByRole('list', { name: '提纲' }).getByRole('listitem');
  await expect(items.first()).toHaveAccessibleName('第 1 项，标题');

  await items.first().focus();
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('Alt+ArrowDown');
  await settled();
  await expect(window.getByRole('textbox', { name: '标题文字' }).first()).toHaveValue('讨论题');

  await yandu.app.close();
  yandu = await launchYandu({ dataFolder, exportFolder });
  await yandu.window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(yandu.window.getByRole('textbox', { name: '标题文字' }).first()).toHaveValue(
    '讨论题',
  );
});

test('says that a quotation was edited, and takes it back to the source', async () => {
  const { window } = yandu;
  await quoteMark();

  await window.getByRole('listitem', { name: /引文$/u }).focus();
  await window.getByRole('button', { name: '改动引文' }).click();
  await window.getByRole('textbox', { name: '改动后的引文' }).fill('改过的话。');
  await expect(window.getByText('引文核对 0/1 一致')).toBeVisible();
  await expect(window.getByText('引文有改动')).toBeVisible();
  // A table has only what the source says; what was written would be gone.
  await expect(window.getByRole('button', { name: '收进对照表' })).toHaveCount(0);

  await window.getByRole('button', { name: '恢复原文' }).click();
  await expect(window.getByText('引文核对 1/1 一致')).toBeVisible();
  await expect(window.getByRole('button', { name: '收进对照表' })).toBeVisible();
});

test('shows which characters of a file exported earlier differ from the source', async () => {
  const { window } = yandu;
  await quoteMark();
  const quote = window.getByRole('list', { name: '提纲' }).getByRole('blockquote');
  const source = await quote.innerText();
  await window.getByRole('listitem', { name: /引文$/u }).focus();
  await window.getByRole('button', { name: '改动引文' }).click();
  await window.getByRole('textbox', { name: '改动后的引文' }).fill(`${source.slice(0, -1)}改`);
  await expect(window.getByText('引文核对 0/1 一致')).toBeVisible();
  await window.getByRole('button', { name: '导出 网页' }).click();
  await expect(window.getByRole('status')).toContainText('.html，引文核对 0/1 一致');

  await window.getByRole('button', { name: '核对已导出的文件' }).click();

  const report = window.getByRole('dialog', { name: '核对已导出的文件' });
  await expect(report).toContainText('1 处引文中有 1 处与原文不一致');
  await expect(report.getByRole('deletion')).toHaveText(source.slice(-1));
  await expect(report.getByRole('insertion')).toHaveText('改');
});
