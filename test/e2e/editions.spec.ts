// A new edition of the pack: what became of marks and links, seen and decided on in the window.

import { expect, test, type Page } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { firstEdition, secondEdition } from '../support/editionTexts.ts';
import { copyLink } from '../support/copyLink.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { makeEdition } from '../support/makeEdition.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { selectText } from '../support/selectText.ts';
import { startDesk } from '../support/startDesk.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { closeNote, writeNote } from '../support/writeNote.ts';

let root = '';
let running: RunningYandu;

test.afterEach(async () => {
  await running.app.close();
  removeFolder(root);
});

function edition(version: number, text: string): string {
  const key = join(root, 'publisher.pem');
  return makeEdition(root, { version, documents: { rules: ['管理办法', text] }, key });
}

async function note(window: Page, passage: string, text: string): Promise<void> {
  await selectText(window, passage);
  await writeNote(window, 'n', text);
  await closeNote(window);
}

test('marks and links of the last edition are placed, proposed or said to be gone; none is lost', async () => {
  root = mkdtempSync(join(tmpdir(), 'yandu-editions-'));
  const dataFolder = join(root, 'data');
  const trustFolder = join(root, 'trust');
  for (const folder of [dataFolder, trustFolder]) mkdirSync(folder);
  makeKeyPair(join(root, 'publisher.pem'));
  copyFileSync(join(root, 'publisher.pub.pem'), join(trustFolder, 'publisher.pem'));
  const [one, two] = [edition(1, firstEdition), edition(2, secondEdition)];

  running = await launchYandu({ dataFolder, packPath: one });
  let { window } = running;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await note(window, '专项资金', '资金从哪里来');
  await copyLink(window, '园区企业可以申请');
  await note(window, '认真执行', '不变 ');
  await window.locator('article mark', { hasText: '认真执行' }).click();
  const field = window.getByRole('textbox', { name: '笔记内容' });
  await field.press('End');
  await window.keyboard.press('Control+v');
  await expect(field).toHaveValue(/^不变 yandu:/);
  await closeNote(window);
  await note(window, '不得拖延', '期限呢');
  await note(window, '自公布之日起', '移动');
  await running.app.close();

  const desk = await startDesk({ dataFolder, shipped: one, trustFolder });
  await desk.install(two);
  desk.close();

  running = await launchYandu({ dataFolder, packPath: one });
  window = running.window;
  await expect(window.locator('article mark[data-annotations]')).toHaveText([
    '认真执行',
    '自公布之日起',
  ]);
  const card = window.getByRole('article', { name: '笔记', exact: true });
  await expect(card.filter({ hasText: '不变' })).toContainText('（新版中未找到）');

  await window.getByRole('tab', { name: '批注 4' }).click();
  const list = window.getByRole('region', { name: '批注列表' });
  const changed = list.locator('[data-row]').filter({ hasText: '期限呢' });
  await expectStanding(window, { placed: 2, review: 1, gone: 1 });
  await expect(changed).toContainText('不得拖延');
  await expect(changed).toContainText('建议位置：不得延误');
  const gone = list.locator('[data-row]').filter({ hasText: '资金从哪里来' });
  await expect(gone).toContainText('专项资金');
  await expect(gone).toContainText('新版中未找到');

  await changed.getByRole('button', { name: '不是这里，先搁置' }).click();
  await expectStanding(window, { placed: 2, review: 0, gone: 2 });
  await expect(changed).toContainText('新版中未找到');
  await window.keyboard.press('Control+z');
  await expectStanding(window, { placed: 2, review: 1, gone: 1 });
  await expect(changed).toContainText('建议位置：不得延误');
  await window.keyboard.press('Control+Shift+z');
  await expectStanding(window, { placed: 2, review: 0, gone: 2 });
  await gone.getByRole('button', { name: '重新查找' }).click();
  await expect(window.locator('footer [role="status"]')).toHaveText('仍未找到相近的一处');
  await changed.getByRole('button', { name: '重新查找' }).click();
  await expect(changed).toContainText('建议位置：不得延误');
  await expectStanding(window, { placed: 2, review: 1, gone: 1 });

  await changed.getByRole('button', { name: '移到这里' }).click();
  await expectStanding(window, { placed: 3, review: 0, gone: 1 });
  await expect(window.locator('article mark[data-annotations]')).toHaveText([
    '认真执行',
    '不得延误',
    '自公布之日起',
  ]);
});

type Counts = { readonly placed: number; readonly review: number; readonly gone: number };

/** How many marks stand in the text, and how many the list says are to review or gone: all four. */
async function expectStanding(window: Page, { placed, review, gone }: Counts): Promise<void> {
  const list = window.getByRole('region', { name: '批注列表' });
  await expect(list.getByRole('button', { name: /^待确认 / })).toHaveText(
    review === 0 ? [] : [`待确认 ${String(review)} 条`],
  );
  await expect(list.getByRole('button', { name: /^未找到 / })).toHaveText(
    gone === 0 ? [] : [`未找到 ${String(gone)} 条`],
  );
  await expect(window.locator('article mark[data-annotations]')).toHaveCount(placed);
  await expect(list.locator('[data-row]')).toHaveCount(placed + review + gone);
}
