// The longest handout there may be, printed by the command that needs no window of its own.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { hardText, longText } from '../support/hardText.ts';
import { makeHandout } from '../support/handoutExample.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { runTool } from '../support/outsideTools.ts';
import { removeFolder } from '../support/removeFolder.ts';

let folder = '';
test.afterEach(() => {
  removeFolder(folder);
});

test('holds 200,000 characters and whatever is hard to hold, every page numbered in its place', () => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-long-'));
  const halves = [longText.slice(0, 100_000), longText.slice(100_000)];
  const headings = ['学习重点', '讨论题'].map((text) => ({
    kind: 'heading',
    level: 1,
    text,
    minutes: null,
  }));
  const notes = [...Object.values(hardText), ...halves].map((text) => ({
    kind: 'note',
    text,
    isPrivate: false,
  }));
  const [handout] = writeHandoutBriefing(folder, () => [makeHandout([...headings, ...notes])]);
  const pdf = join(folder, 'long.pdf');
  const briefing = join(folder, 'briefing.yandu');
  const command = ['electron/export/handoutCommand.ts', briefing, '--id', handout?.id ?? ''];

  runTool(process.execPath, [...command, '--format', 'pdf', '--out', pdf]);

  const text = runTool('pdftotext', ['-raw', pdf, '-']);
  expect(text.replaceAll(/—\s?\d+\s?—|\s/gu, '')).toContain(longText);
  for (const part of ['控制符␀␇␋␛␡之间', '前\ufffd中\ufffd后', '𠮷', '<b>&amp;</b>'])
    expect(text).toContain(part);
  const outline = runTool('pdftohtml', ['-xml', '-stdout', '-i', '-l', '1', pdf]);
  expect(outline).toMatch(/<outline>[\s\S]*一、学习重点[\s\S]*二、讨论题/u);
  // Upper edge of the line of the number, on the first page and after three hundred others.
  const numberTop = (page: number): number => {
    const boxes = runTool('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-']);
    const box = new RegExp(`yMin="([\\d.]+)"[^>]*>${String(page)}</word>`, 'u').exec(boxes);
    return Number(box?.[1]);
  };
  expect(numberTop(1)).toBeGreaterThan(700);
  expect(Math.abs(numberTop(301) - numberTop(1))).toBeLessThan(0.5);
});
