// What no handler stands behind: an error in a timer, a promise nobody waits for, a fault while the program ends, and
// a start that fails before there is a window. Electron itself would show a box and wait, or print what a note says.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchYandu, spawnYandu, stagedApp } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { writeNote } from '../support/writeNote.ts';

const words = '金丝雀机密';
let folder: string;
let dataFolder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-faults-'));
  dataFolder = join(folder, 'data');
});
test.afterEach(() => {
  removeFolder(folder);
});

function readEvents(): readonly string[] {
  const lines = readFileSync(join(dataFolder, 'logs', 'yandu.log'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const { event, channel } = JSON.parse(line) as { event: string; channel?: string };
    return channel === undefined ? event : `${event} ${channel}`;
  });
}

test('a stray error is logged without its words and said in the window, which goes on', async () => {
  const { app, window } = await launchYandu({ dataFolder });
  let errors = '';
  app.process().stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')));
  await window.getByRole('button', { name: '开始阅读' }).click();
  await app.evaluate((_, text) => {
    setImmediate(() => {
      throw new TypeError(text);
    });
    void Promise.reject(new RangeError(text));
  }, words);

  await expect(window.getByRole('alert')).toContainText('程序内部出了错');
  await window.locator('[data-segment]').nth(2).click();
  await writeNote(window, 'n', '还在');
  await app.close();

  const bug = 'bug main';
  expect(readEvents()).toEqual(['started', 'opened', bug, bug, 'ended']);
  const log = readFileSync(join(dataFolder, 'logs', 'yandu.log'), 'utf8');
  for (const kind of ['TypeError', 'RangeError']) {
    expect(log).toContain(kind);
    // A pipe is read when it is read.
    await expect.poll(() => errors).toContain(kind);
  }
  expect(log + errors).not.toContain(words);
});

test('faults on the way out cost nothing that is being typed, and the program ends', async () => {
  const { app, window } = await launchYandu({ dataFolder });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await window.locator('[data-segment]').nth(2).click();
  await writeNote(window, 'n', '一');
  await app.evaluate((electron) => {
    const fail = (): never => {
      throw new Error('on the way out');
    };
    electron.app.on('before-quit', fail).on('will-quit', fail).on('quit', fail);
    // As where the place of the window cannot be kept.
    const [main] = electron.BrowserWindow.getAllWindows();
    if (main) {
      main.getNormalBounds = () => {
        throw new Error('bounds');
      };
    }
  });
  await window.keyboard.type('二三四');
  await app.close();

  expect(readEvents()).toEqual(expect.arrayContaining(['started', 'opened', 'bug main', 'ended']));
  const again = await launchYandu({ dataFolder });
  await again.window.getByRole('tab', { name: '批注' }).click();
  await expect(again.window.getByRole('tabpanel', { name: /^批注/u })).toContainText('一二三四');
  await again.app.close();
});

test('a start that cannot even show a window says so in a terminal, and keeps the data', async () => {
  const appFolder = join(folder, 'torn');
  cpSync(stagedApp, appFolder, { recursive: true, verbatimSymlinks: true });
  rmSync(join(appFolder, 'renderer'), { recursive: true });
  const yandu = spawnYandu({ dataFolder, appFolder });
  // A box says the same and waits for somebody.
  await expect.poll(yandu.errors, { timeout: 20_000 }).toContain('"fault":"ENOENT"');
  yandu.kill();
  await yandu.ended;

  expect(yandu.errors()).toContain(`已保存的批注和讲义都在文件夹 ${dataFolder} 里`);
  expect(yandu.errors()).toContain('Start it again');
});

test('what went wrong is said whole, in a small window too', async () => {
  const { app, window } = await launchYandu({ dataFolder, exportFolder: join(folder, 'none') });
  await window.getByRole('button', { name: '开始阅读' }).click();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(720, 480);
  });
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await window.getByRole('button', { name: '新建讲义' }).click();
  await window.getByRole('button', { name: 'Markdown' }).click();
  const said = window.getByRole('contentinfo').getByRole('status');

  await expect(said).toContainText(/没有导出 .*\.md，没有留下半个文件。请换个位置再试。/u);
  await expect(said).toBeInViewport({ ratio: 1 });
  const { isCut, linesHidden } = await said.evaluate((one) => ({
    isCut: one.scrollWidth > one.clientWidth,
    linesHidden:
      (one.scrollHeight - one.clientHeight) / parseFloat(getComputedStyle(one).lineHeight),
  }));
  expect(isCut).toBe(false);
  // The tail of a letter may reach below its line.
  expect(linesHidden).toBeLessThan(0.5);
  await app.close();
});
