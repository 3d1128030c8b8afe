// What stands on the pages: footnotes, typefaces, and paper instead of a file.

import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { anchorOf, exampleSource, makeHandout } from '../support/handoutExample.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { launchYandu } from '../support/launchYandu.ts';
import { runTool } from '../support/outsideTools.ts';
import { removeFolder } from '../support/removeFolder.ts';
import type { RunningYandu } from '../support/startElectron.ts';

let yandu: RunningYandu;
let dataFolder: string;
let exportFolder: string;

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yandu-pages-'));
  exportFolder = mkdtempSync(join(tmpdir(), 'yandu-exports-'));
});

test.afterEach(async () => {
  await yandu.app.close();
  for (const folder of [dataFolder, exportFolder]) removeFolder(folder);
});

/** Starts with the handout room open and its pages drawn. */
async function enterRoom(env?: Readonly<Record<string, string>>): Promise<void> {
  yandu = await launchYandu({ dataFolder, exportFolder, ...(env && { env }) });
  const { window } = yandu;
  await window.getByRole('button', { name: '开始阅读' }).click();
  await window.getByRole('button', { name: '讲义', exact: true }).click();
  await expect(window.getByRole('img', { name: /^第 1 \/ /u })).toBeVisible();
}

async function exportPdf(): Promise<string> {
  await yandu.window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(yandu.window.getByRole('status')).toContainText('.pdf，引文核对');
  const name = readdirSync(exportFolder).find((file) => file.endsWith('.pdf'));
  return join(exportFolder, name ?? '');
}

function quotingParagraphs(count: number) {
  return (documents: readonly DocumentContent[]) => {
    const plan = documents[0];
    const paragraphs = plan?.segments.filter((segment) => segment.kind === 'paragraph') ?? [];
    const items = paragraphs.slice(0, count).map(({ start, end }) => ({
      kind: 'excerpt',
      anchor: anchorOf(plan, plan?.text.slice(start, end) ?? ''),
      annotationId: null,
      editedQuote: null,
      withNote: false,
    }));
    return [makeHandout(items, { citationStyle: 'footnote' })];
  };
}

test('sets every footnote at the foot of the page that bears its mark', async () => {
  let documents: readonly DocumentContent[] = [];
  const [handout] = writeHandoutBriefing(dataFolder, (all) => {
    documents = all;
    return quotingParagraphs(14)(all);
  });
  await enterRoom();

  const pdf = await exportPdf();

  if (handout === undefined) throw new Error('no handout');
  const { blocks, notes } = composeHandout(handout, exampleSource(documents), 'facilitator');
  const [, count = '0'] = /Pages: +(\d+)/u.exec(runTool('pdfinfo', [pdf])) ?? [];
  const pages = Array.from({ length: Number(count) }, (_, index) =>
    runTool('pdftotext', [
      '-raw',
      '-f',
      String(index + 1),
      '-l',
      String(index + 1),
      pdf,
      '-',
    ]).replaceAll(/[\s\u2060]/gu, ''),
  );
  expect(pages.length).toBeGreaterThan(3);
  expect(notes).toHaveLength(14);
  for (const block of blocks) {
    if (block.kind !== 'excerpt') continue;
    const note = block.quotation.noteNumber ?? 0;
    const ending = block.quotation.text.slice(-6).replaceAll(/\s/gu, '');
    const marked = pages.filter((page) => page.includes(`${ending}${String(note)}`));
    const noted = pages.filter((page) => page.includes(`${String(note)}${notes[note - 1] ?? ''}`));
    expect(marked, `mark ${String(note)}`).toHaveLength(1);
    expect(noted).toEqual(marked);
  }
});

test('is set in the bundled typefaces where the machine has none, and says so', async () => {
  writeHandoutBriefing(dataFolder, quotingParagraphs(2));
  // A system without any typeface draws nothing at all; this one has letters, but no Chinese.
  const latin = '/usr/share/fonts/truetype/dejavu';
  const config = join(dataFolder, 'fonts.conf');
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${latin}</dir><cachedir>${dataFolder}</cachedir></fontconfig>`,
  );
  await enterRoom({ FONTCONFIG_FILE: config });

  const pdf = await exportPdf();

  await expect(yandu.window.getByRole('status')).toContainText('Noto Serif SC（随本程序提供）');
  const embedded = runTool('pdffonts', [pdf]).split('\n').slice(2);
  expect(
    embedded.filter((line) => line !== '' && !/ yes +(?:no|yes) +(?:no|yes) /u.test(line)),
  ).toEqual([]);
  expect(runTool('pdftotext', ['-raw', pdf, '-'])).toContain('中新合作与开放创新专题学习讨论提纲');
});

test('prints on paper what the preview shows, and says why it could not', async () => {
  writeHandoutBriefing(dataFolder, quotingParagraphs(2));
  await enterRoom();
  const { app, window } = yandu;
  const status = window.getByRole('status');
  // No test can press a system dialog, and the machine has no printer: the engine's answer is given here.
  const answerWith = (isPrinted: boolean, reason: string) =>
    app.evaluate(
      ({ webContents }, [printed, why]) => {
        for (const contents of webContents.getAllWebContents()) {
          Object.assign(contents, {
            print: (options: object, done: (ok: boolean, why: string) => void) => {
              Object.assign(globalThis, { asked: { address: contents.getURL(), options } });
              done(printed, why);
            },
          });
        }
      },
      [isPrinted, reason] as const,
    );

  await answerWith(true, '');
  await window.keyboard.press('Control+p');
  await expect(status).toHaveText('已送往打印机');
  const asked = await app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'asked')));
  expect(asked).toMatch(/"address":"app:\/\/print\/[0-9a-f-]{36}\/page\.html"/u);
  expect(asked).toContain('{"printBackground":true,"pageSize":"A4","duplexMode":"longEdge"}');

  await answerWith(false, 'Print job canceled');
  await window.getByRole('button', { name: '打印' }).click();
  await expect(status).toHaveText('已取消打印。');

  await answerWith(false, 'no printer');
  await window.getByRole('button', { name: '打印' }).click();
  await expect(status).toContainText('没有打印（系统说：no printer），讲义没有改动');
});
