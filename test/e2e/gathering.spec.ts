// Many marks on the desk: chosen, filtered, drafted by tag, and gathered into tables; and every template.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { annotateBriefing } from '../support/annotateBriefing.ts';
import { makeHandout } from '../support/handoutExample.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { launchYandu } from '../support/launchYandu.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let yandu: RunningYandu;
let dataFolder: string;
let exportFolder: string;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-gathering-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
  writeHandoutBriefing(dataFolder, ([plan], db) => {
    if (plan === undefined) throw new Error('no document');
    annotateBriefing(db, plan.document.id, 10);
    return [makeHandout([])];
  });
  yandu = await launchYandu({ dataFolder, exportFolder });
  await yandu.window.getByRole('button', { name: '开始阅读' }).click();
  await yandu.window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(cards()).toHaveCount(10);
});

test.afterEach(async () => {
  await yandu.app.close();
  for (const folder of [dataFolder, exportFolder]) rmSync(folder, { recursive: true, force: true });
});

function shelf(): Locator {
  return yandu.window.getByRole('region', { name: '素材' });
}

function cards(): Locator {
  return shelf().getByRole('listitem');
}

function items(): Locator {
  return yandu.window.getByRole('list', { name: '提纲' }).getByRole('listitem');
}

/** Waits until the outline holds these kinds, in order. */
async function expectKinds(kinds: readonly string[]): Promise<void> {
  await expect(items()).toHaveCount(kinds.length);
  for (const [index, kind] of kinds.entries()) {
    await expect(items().nth(index)).toHaveAccessibleName(`第 ${String(index + 1)} 项，${kind}`);
  }
}

async function addFirst(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await cards().nth(index).getByRole('checkbox', { name: '选择这条批注' }).check();
  }
  await shelf()
    .getByRole('button', { name: `加入所选 ${String(count)} 条` })
    .click();
}

test('adds several marks at once, filters the rest, and drafts by tag', async () => {
  await addFirst(3);
  await expectKinds(['引文', '引文', '引文']);
  await expect(shelf().getByText('10 条批注，已用 3 条')).toBeVisible();

  await shelf().getByRole('button', { name: '按标签起草' }).click();
  await expectKinds(['引文', '引文', '引文', '标题', '引文', '引文']);
  await expect(items().nth(3).getByRole('textbox', { name: '标题文字' })).toHaveValue('会前必读');

  await shelf().getByLabel('标签').selectOption({ label: '会前必读' });
  await expect(cards()).toHaveCount(2);
});

test('gathers excerpts into a comparison and a task list, which are tables in the file', async () => {
  const { window } = yandu;
  await addFirst(4);
  await expectKinds(['引文', '引文', '引文', '引文']);
  const quotes = await items().getByRole('blockquote').allInnerTexts();
  const gather = async (position: number, name: string): Promise<void> => {
    await items().nth(position).focus();
    await items().nth(position).getByRole('button', { name }).click();
  };

  await gather(0, '收进对照表');
  await expectKinds(['对照表', '引文', '引文', '引文']);
  await gather(1, '收进对照表');
  await expectKinds(['对照表', '引文', '引文']);
  await gather(1, '收进任务清单');
  await gather(2, '收进任务清单');
  await expectKinds(['对照表', '任务清单']);

  await items().nth(0).getByRole('textbox', { name: '表题' }).fill('甲乙对照');
  const labels = items().nth(0).getByRole('textbox', { name: '项目' });
  await labels.nth(0).fill('目标甲');
  await labels.nth(1).fill('目标乙');
  await items().nth(0).getByRole('button', { name: '下移这一行' }).first().click();
  await expect(labels.nth(0)).toHaveValue('目标乙');
  await items().nth(1).getByRole('textbox', { name: '表题' }).fill('任务表');
  await expect(window.getByText('引文核对 4/4 一致').first()).toBeVisible();
  await expect(window.getByText(/^自动保存于/u)).toBeVisible();

  await window.getByRole('button', { name: '导出 网页' }).click();
  await expect(window.getByRole('status')).toContainText('引文核对 4/4 一致');
  const name = readdirSync(exportFolder).find((file) => file.endsWith('.html')) ?? '';
  const html = readFileSync(join(exportFolder, name), 'utf8');
  expect(html).toMatch(/<caption>甲乙对照<\/caption>[\s\S]*目标乙[\s\S]*目标甲[\s\S]*任务表/u);
  for (const quote of quotes) expect(html).toContain(quote);
});

test('begins a handout from every template', async () => {
  const { window } = yandu;
  const expected = {
    学习讨论提纲: ['标题', '标题', '讨论题', '书写区'],
    重点摘编: ['标题'],
    指标对照: ['标题', '标题', '讨论题'],
    讨论记录: ['出席名单', '标题', '标题', '书写区', '标题', '书写区'],
    领学稿: ['标题', '标题', '讨论题'],
  };
  const picker = window.getByRole('button', { name: '新建讲义' }).locator('..');
  for (const [template, kinds] of Object.entries(expected)) {
    await picker.getByLabel('模板').selectOption({ label: template });
    await picker.getByRole('button', { name: '新建讲义' }).click();
    await expect(window.getByLabel('标题', { exact: true })).toHaveValue(template);
    await expectKinds(kinds);
  }
});
