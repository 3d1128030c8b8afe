// A section on paper, by the program's own way up to the system's dialog: there it becomes a PDF instead.

import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchYandu } from '../support/launchYandu.ts';
import { hasTool, runTool } from '../support/outsideTools.ts';
import { selectText } from '../support/selectText.ts';
import { closeNote, writeNote } from '../support/writeNote.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let folder = '';
let running: RunningYandu;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-printing-'));
});

test.afterEach(async () => {
  await running.app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Has the dialog of the system answer with a PDF of what it was asked to print. */
async function printToFile(): Promise<string> {
  await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('no window');
    contents.print = (options, done) => {
      const { printBackground = false } = options ?? {};
      void contents.printToPDF({ printBackground, pageSize: 'A4' }).then((pdf) => {
        Reflect.set(globalThis, 'printed', pdf.toString('base64'));
        done?.(true, '');
      });
    };
  });
  await running.window.keyboard.press('Control+p');
  const read = () => running.app.evaluate(() => String(Reflect.get(globalThis, 'printed') ?? ''));
  await expect.poll(read).not.toBe('');
  const path = join(folder, 'section.pdf');
  writeFileSync(path, Buffer.from(await read(), 'base64'));
  return path;
}

/** How many dots of a page, at 100 to the inch, have about this colour. */
function dotsOf(pdf: string, page: number, colour: readonly number[]): number {
  const stem = join(folder, `page-${String(page)}`);
  const number = String(page);
  runTool('pdftoppm', ['-singlefile', '-r', '100', '-f', number, '-l', number, pdf, stem]);
  const bytes = readFileSync(`${stem}.ppm`);
  const header = /^P6\s+\d+\s+\d+\s+\d+\s/u.exec(bytes.toString('latin1', 0, 60));
  const pixels = bytes.subarray(header?.[0].length ?? 0);
  let dots = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    if (colour.every((value, part) => Math.abs((pixels[at + part] ?? 0) - value) < 4)) dots += 1;
  }
  return dots;
}

const plain = (text: string): string => text.replaceAll(/\s/gu, '');

/** 石绿 of the day, as in tokens.css. */
const malachite = [195, 223, 191];
const night = [39, 35, 30];
const paper = [250, 247, 240];

test('a section is printed whole, with its marks in the day’s colours', async () => {
  test.skip(!hasTool('pdftotext') || !hasTool('pdftoppm'), 'needs poppler');
  running = await launchYandu({ dataFolder: folder });
  const { window } = running;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await selectText(window, '苏州工业园区');
  await window.keyboard.press('3');
  await expect(window.locator('article mark[data-annotations]')).toHaveText('苏州工业园区');
  const unmarked = await printToFile();
  expect(dotsOf(unmarked, 1, malachite)).toBeGreaterThan(200);

  const expected = await window.evaluate(() => {
    const all = [...document.querySelectorAll('article [data-segment]')];
    const start = all.findIndex((one) => one.textContent === '序言');
    const end = all.findIndex((one) => one.textContent.startsWith('第一篇 '));
    return all.slice(start, end).map((one) => one.textContent);
  });
  const printed = plain(runTool('pdftotext', [unmarked, '-']));
  expect(expected.length).toBeGreaterThan(2);
  for (const text of expected) expect(printed).toContain(plain(text));
  expect(printed).not.toContain('第一章发展基础');

  await window.keyboard.press('Control+,');
  await window.getByRole('radio', { name: '夜读' }).check();
  await window.keyboard.press('Escape');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'night');
  const byNight = await printToFile();
  expect(dotsOf(byNight, 1, malachite)).toBeGreaterThan(200);
  expect(dotsOf(byNight, 1, night)).toBe(0);
});

test('notes are printed under the text, with a number where their passage ends, on white', async () => {
  test.skip(!hasTool('pdftotext') || !hasTool('pdftoppm'), 'needs poppler');
  running = await launchYandu({ dataFolder: folder });
  const { window } = running;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await selectText(window, '苏州工业园区');
  await writeNote(window, 'n', '对照**前文**。');
  await closeNote(window);
  await selectText(window, '最美窗口');
  await writeNote(window, 'n', '不给别人看的话');
  await window.getByRole('switch', { name: /^仅自己可见/ }).click();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('textbox', { name: '笔记内容' })).toHaveCount(0);
  await writeNote(window, 'Shift+n', '这一节会上先讲。');
  await closeNote(window);

  const pdf = await printToFile();

  const printed = plain(runTool('pdftotext', ['-layout', pdf, '-']));
  expect(printed).toContain('苏州工业园区1（以下简称园区）');
  expect(printed).toContain('笔记本节笔记：序言这一节会上先讲。1苏州工业园区对照前文。');
  expect(printed).not.toContain('不给别人看');
  expect(dotsOf(pdf, 1, paper)).toBe(0);
});
