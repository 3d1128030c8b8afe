// Packs installed, updated, refused and chosen in a real window, each checked in a process of its own.

import { expect, test, type Page } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { askMain } from '../support/askMain.ts';
import { launchYandu, type LaunchArgs } from '../support/launchYandu.ts';
import { makeEdition } from '../support/makeEdition.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';
import { writeNote } from '../support/writeNote.ts';

const first = `第一章 总则

为了加强管理，制定本办法。各部门应当认真执行本办法的规定。

信息应当及时向社会公开，不得拖延。
`;
const second = first.replace('不得拖延', '不得延误');
const club = `第一章 会议\n\n会议每月举行一次，由主任召集。\n`;

let root = '';
let packs: Readonly<Record<'one' | 'two' | 'foreign' | 'club', string>>;
let args: LaunchArgs;
let running: RunningYandu;

test.beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yandu-packs-'));
  const key = join(root, 'office.pem');
  const foreignKey = join(root, 'stranger.pem');
  makeKeyPair(key);
  makeKeyPair(foreignKey);
  const of = (version: number, text: string) => ({
    version,
    documents: { rules: ['管理办法', text] as const },
  });
  packs = {
    one: makeEdition(root, { ...of(1, first), key }),
    two: makeEdition(root, { ...of(2, second), key }),
    foreign: makeEdition(root, { ...of(3, second), key: foreignKey }),
    club: makeEdition(root, {
      packId: 'club',
      title: '读书会材料',
      version: 1,
      documents: { club: ['章程', club] },
      key,
      validUntil: '2026-11-20',
    }),
  };
});

test.beforeEach(() => {
  const folder = mkdtempSync(join(root, 'case-'));
  args = {
    dataFolder: join(folder, 'data'),
    exportFolder: join(folder, 'stick'),
    trustFolder: join(folder, 'trust'),
    packPath: packs.one,
  };
  for (const path of [args.exportFolder, args.trustFolder]) mkdirSync(path ?? '');
  copyFileSync(join(root, 'office.pub.pem'), join(args.trustFolder ?? '', '办公室.pem'));
});

test.afterEach(async () => {
  await running.app.close();
});

test.afterAll(() => {
  removeFolder(root);
});

async function start(): Promise<Page> {
  running = await launchYandu(args);
  const { window } = running;
  await expect(window.locator('article [data-segment]').first()).toBeAttached();
  return window;
}

async function startFirst(): Promise<Page> {
  const window = await start();
  await window.getByRole('button', { name: '开始阅读' }).click();
  return window;
}

/** Puts a pack where the dialog of a test build finds it. */
function offer(pack: string): string {
  const path = join(args.exportFolder ?? '', basename(pack));
  copyFileSync(pack, path);
  copyFileSync(`${pack}.sig`, `${path}.sig`);
  return path;
}

async function install(window: Page, pack: string): Promise<void> {
  offer(pack);
  await window.keyboard.press('Control+o');
  await window.getByRole('button', { name: '装入内容包…' }).click();
}

async function markParagraph(window: Page, text: RegExp, note: string): Promise<void> {
  const paragraph = window.locator('article [data-segment]').filter({ hasText: text }).first();
  await paragraph.selectText();
  await writeNote(window, 'n', note);
  await window.keyboard.press('Escape');
}

test('updates the open pack and tells where every annotation stands now', async () => {
  const window = await startFirst();
  await markParagraph(window, /为了加强管理/, '原封不动');
  await markParagraph(window, /信息应当及时/, '文字改了');

  await install(window, packs.two);

  const report = window.getByRole('dialog', { name: '内容包已更新' });
  await expect(report).toContainText('2026.1 → 2026.2');
  await expect(report).toContainText('办公室 签于 2026-11-20');
  await expect(report).toContainText('原有批注 2 条，一条不少');
  await expect(report).toContainText('1 条在原处');
  await expect(report).toContainText('1 条所在文字有改动，待确认');
  await report.getByRole('button', { name: '完成' }).click();
  await expect(window.getByText('不得延误')).toBeVisible();
  const status = window.getByRole('button', { name: '内容包 2026.2 · 办公室 签于 2026-11-20' });
  await expect(status).toBeVisible();
  await expect(window.getByText('原封不动').first()).toBeVisible();

  await status.click();
  const list = window.getByRole('dialog', { name: '内容包', exact: true });
  await expect(list.getByRole('listitem')).toContainText(['管理办法汇编 2026.2']);
  await expect(list).toContainText('2 条批注');
  await list.getByText('签名与文件').click();
  await expect(list).toContainText('briefing-rules-2.yandu');
  await running.app.close();

  // The key is taken away: what it signed is still read, and marked.
  rmSync(join(args.trustFolder ?? '', '办公室.pem'));
  const again = await start();
  await expect(again.getByText('不得延误')).toBeVisible();
  await expect(again.getByRole('button', { name: /签名密钥 .* 已不受信任/ })).toBeVisible();
});

test('refuses what it must, each with its sentence, and goes on reading', async () => {
  const window = await startFirst();
  const refused = window.getByRole('dialog', { name: '没有装入' });

  await install(window, packs.foreign);
  await expect(refused.getByRole('alert')).toContainText('由不受信任的密钥');
  await refused.getByRole('button', { name: '完成' }).click();

  const stick = offer(packs.two);
  const bytes = readFileSync(stick);
  bytes[bytes.length - 5] = 7;
  writeFileSync(stick, bytes);
  await window.keyboard.press('Control+o');
  await window.getByRole('button', { name: '装入内容包…' }).click();
  await expect(refused.getByRole('alert')).toContainText('在签名之后被改动过');
  rmSync(`${stick}.sig`);
  writeFileSync(stick, readFileSync(packs.two));
  await refused.getByRole('button', { name: '另选一个…' }).click();
  await expect(refused.getByRole('alert')).toContainText('没有签名');
  await refused.getByRole('button', { name: '完成' }).click();

  await expect(window.getByText('不得拖延')).toBeVisible();
  await expect(window.getByRole('button', { name: /^内容包 2026\.1/ })).toBeVisible();
});

test('installs a pack that a second start hands over, and goes back and forth', async () => {
  const window = await startFirst();
  await markParagraph(window, /为了加强管理/, '第一包的笔记');
  const process = running.app.process();
  const [program = '', ...flags] = process.spawnargs.filter(
    (flag) => !flag.startsWith('--inspect'),
  );
  const own = flags.filter((flag) => !flag.startsWith('--remote-debugging'));
  const other = spawn(program, [...own, packs.club], { cwd: dirname(packs.club), stdio: 'ignore' });
  await once(other, 'exit');
  expect(other.exitCode).toBe(0);

  const report = window.getByRole('dialog', { name: '内容包已装入' });
  await expect(report).toContainText('读书会材料');
  await expect(report).toContainText('有效期至 2026-11-20，现已过期');
  await report.getByRole('button', { name: '完成' }).click();
  await expect(window.getByText('会议每月举行一次')).toBeVisible();
  await expect(window.getByText('第一包的笔记')).toHaveCount(0);

  await window.keyboard.press('Control+o');
  const list = window.getByRole('dialog', { name: '内容包', exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: '打开' }).click();
  await expect(window.getByText('第一包的笔记').first()).toBeVisible();
});

test('installs the pack file it is started with', async () => {
  args = { ...args, args: [packs.two] };
  running = await launchYandu(args);
  const { window } = running;
  await expect(window.getByRole('dialog', { name: '内容包已更新' })).toBeVisible();
  await window.getByRole('button', { name: '完成' }).click();
  await expect(window.getByText('不得延误')).toBeVisible();
});

/** However fast the machine, a check is still running when it is cancelled. */
async function makeChecksEndless(): Promise<void> {
  const program = join(args.exportFolder ?? '', 'endless.cjs');
  writeFileSync(program, 'setInterval(() => undefined, 1_000);');
  await running.app.evaluate(({ utilityProcess }, endless) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (_program, ...rest) => fork(endless, ...rest);
  }, program);
}

test('ends a check that would never end, with the window usable all the while', async () => {
  const window = await startFirst();
  const stick = join(args.exportFolder ?? '', 'endless.yandu');
  copyFileSync(packs.two, stick);
  // A signature that somebody will write one day: whoever opens it waits, and hears no request to end.
  execFileSync('mkfifo', [`${stick}.sig`]);

  await window.keyboard.press('Control+o');
  await window.getByRole('button', { name: '装入内容包…' }).click();
  const progress = window.getByRole('dialog', { name: '装入内容包', exact: true });
  await expect(progress).toBeVisible();
  await expect.poll(() => checkingProcesses()).toHaveLength(1);
  expect(await askMain(window, 'listDocuments', {})).toMatchObject({ ok: true });
  await progress.getByRole('button', { name: '取消' }).click();

  const refused = window.getByRole('dialog', { name: '没有装入' });
  await expect(refused.getByRole('alert')).toContainText('已取消，没有装入 endless.yandu');
  expect(await checkingProcesses()).toEqual([]);
  await refused.getByRole('button', { name: '完成' }).click();
  await markParagraph(window, /信息应当及时/, '照常批注');
  await expect(window.getByText('照常批注').first()).toBeVisible();
});

/** Electron's own list of what runs beside the window to check packs. */
function checkingProcesses(): Promise<readonly number[]> {
  return running.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName, name }) =>
        `${serviceName ?? ''} ${name ?? ''}`.includes('yandu-check'),
      )
      .map(({ pid }) => pid),
  );
}

test('stops checking a pack when told to, and keeps nothing of it', async () => {
  const window = await startFirst();
  await makeChecksEndless();

  await install(window, packs.two);
  const progress = window.getByRole('dialog', { name: '装入内容包', exact: true });
  await progress.getByRole('button', { name: '取消' }).click();

  const refused = window.getByRole('dialog', { name: '没有装入' });
  await expect(refused.getByRole('alert')).toContainText('已取消，没有装入 rules-2.yandu');
  await refused.getByRole('button', { name: '完成' }).click();
  await expect(window.getByText('不得拖延')).toBeVisible();
  const left = readdirSync(args.dataFolder).filter((name) => /incoming|rules-2/.test(name));
  expect(left).toEqual([]);
});
