// The preview beside the work: never behind at rest, the same pages as the export, and no way to lose a letter.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { handoutIdSchema } from '../../shared/domain/ids.ts';
import type { YanduBridge } from '../../shared/ipc/contract.ts';
import { anchorOf, makeHandout } from '../support/handoutExample.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { runTool } from '../support/outsideTools.ts';
import type { RunningYandu } from '../support/startElectron.ts';

type Bridge = Pick<YanduBridge, 'previewHandout'>;

let yandu: RunningYandu;
let dataFolder: string;
let exportFolder: string;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-preview-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
  writeHandoutBriefing(dataFolder, ([plan]) => {
    const paragraphs = plan?.segments.filter((segment) => segment.kind === 'paragraph') ?? [];
    const items = paragraphs.slice(0, 8).map(({ start, end }) => ({
      kind: 'excerpt',
      anchor: anchorOf(plan, plan?.text.slice(start, end) ?? ''),
      annotationId: null,
      editedQuote: null,
      withNote: false,
    }));
    return [makeHandout(items, { citationStyle: 'footnote', title: '原题' })];
  });
  yandu = await launchYandu({ dataFolder, exportFolder });
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
  await yandu.window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(pages()).toHaveAttribute('aria-busy', 'false');
});

test.afterEach(async () => {
  await yandu.app.close();
  for (const folder of [dataFolder, exportFolder]) rmSync(folder, { recursive: true, force: true });
});

function pages(): Locator {
  return yandu.window.getByRole('group', { name: '预览' });
}

/** What main last gave the preview: asked for again in the layout it has now. */
async function previewText(): Promise<string> {
  const bytes = await yandu.window.evaluate(async (id) => {
    const bridge = Reflect.get(globalThis, 'yandu') as Bridge;
    const answer = await bridge.previewHandout({ id, copy: 'facilitator', isQuick: true });
    return answer.ok && answer.value.status === 'pages' ? [...answer.value.pdf] : [];
  }, handoutIdSchema.parse('00000000-0000-4000-8000-000000000001'));
  const file = join(dataFolder, 'preview.pdf');
  writeFileSync(file, Uint8Array.from(bytes));
  return runTool('pdftotext', ['-layout', file, '-']);
}

test('shows at rest the very pages that an export writes, footnotes and all', async () => {
  const { window } = yandu;
  const title = window.getByLabel('标题', { exact: true });

  // Longer by a line, then shorter again: footnotes move to other pages and back.
  await title.fill('一份题目很长的讲义'.repeat(12));
  await expect(pages()).toHaveAttribute('aria-busy', 'false');
  await title.fill('短题');
  await expect(pages()).toHaveAttribute('aria-busy', 'false');
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByRole('status')).toContainText('.pdf，引文核对');

  const name = readdirSync(exportFolder).find((file) => file.endsWith('.pdf')) ?? '';
  const exported = runTool('pdftotext', ['-layout', join(exportFolder, name), '-']);
  expect(exported).toContain('短题');
  expect(await previewText()).toBe(exported);
});

test('takes back what was typed a moment ago, and does it again', async () => {
  const { window } = yandu;
  const title = window.getByLabel('标题', { exact: true });
  const item = window.getByRole('list', { name: '提纲' }).getByRole('listitem').first();

  await title.fill('新题');
  await item.focus();
  await window.keyboard.press('Control+z');
  await expect(window.getByRole('status')).toContainText('已撤销');
  await expect(title).toHaveValue('原题');
  await expect(pages()).toHaveAttribute('aria-busy', 'false');
  await expect(title).toHaveValue('原题');

  await window.keyboard.press('Control+Shift+z');
  await expect(title).toHaveValue('新题');
});
