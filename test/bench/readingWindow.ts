// The reading room in a real window: a long text with many annotations beside a short one with few.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { writeLongBriefing, type LongText } from './readingPack.ts';
import { selectIn, timeScrolling, timeStep } from './stopwatch.ts';

const short: LongText = { characters: 10_000, annotations: 20 };
const long: LongText = { characters: 1_000_000, annotations: 2_000 };
/** Windows a size; the medians are printed. */
const ROUNDS = 3;
const SCROLLED_FRAMES = 120;

type Times = Readonly<Record<string, number>>;

async function measureWindow(folder: string, { annotations }: LongText): Promise<Times> {
  const { app, window } = await launchYandu({
    dataFolder: folder,
    packPath: join(folder, 'pack.yandu'),
  });
  try {
    await window.locator('article [data-segment]').first().waitFor();
    await window.getByRole('button', { name: '开始阅读' }).click();
    await window.getByRole('tab', { name: '文库' }).click();
    return await measureSteps(window, annotations);
  } finally {
    await app.close();
  }
}

async function measureSteps(window: Page, annotations: number): Promise<Times> {
  const open = await window.evaluate(timeStep, {
    act: { kind: 'click', selector: 'nav button[class]', text: '长文' },
    until: { selector: 'article [data-segment="long.s2"]' },
  } as const);
  // What goes on behind the first screen is over before the next act is timed.
  await window.locator('article mark[data-annotations]').first().waitFor({ state: 'attached' });
  await window.evaluate(selectIn, 'long.s3');
  await window.getByRole('toolbar').first().waitFor();
  const mark = await window.evaluate(timeStep, {
    act: { kind: 'key', key: '1' },
    until: { selector: '[data-segment="long.s3"] mark' },
  } as const);
  const card = await window.evaluate(timeStep, {
    act: { kind: 'click', selector: '[data-segment="long.s3"] mark' },
    until: { selector: '[aria-label="笔记内容"]' },
  } as const);
  await window.keyboard.press('Escape');
  const scrolled = await window.evaluate(timeScrolling, SCROLLED_FRAMES);
  const list = await window.evaluate(timeStep, {
    act: { kind: 'click', selector: '[role="tab"]', text: '批注' },
    until: { selector: '[data-row]' },
  } as const);
  await window
    .locator(`[data-row] >> nth=${String(annotations - 1)}`)
    .waitFor({ state: 'attached' });
  const filter = await window.evaluate(timeStep, {
    act: { kind: 'type', selector: 'section input[type="search"]', value: '第1条' },
    until: { selector: 'section [role="status"]', text: ' / ' },
  } as const);
  const slowest = scrolled.toSorted((one, other) => one - other);
  return {
    'open the document': open,
    'mark a passage': mark,
    'open a mark': card,
    'scroll, middle frame': slowest[Math.floor(slowest.length / 2)] ?? 0,
    'scroll, frame at 95 %': slowest[Math.floor(slowest.length * 0.95)] ?? 0,
    'open the list': list,
    'filter the list': filter,
  };
}

async function measure(text: LongText): Promise<Times> {
  const rounds: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'yandu-reading-'));
    try {
      writeLongBriefing(folder, text);
      console.error('window %d of %d', round + 1, ROUNDS);
      rounds.push(await measureWindow(folder, text));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, medianOf(rounds.map((one) => one[name] ?? 0))]),
  );
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

const few = await measure(short);
const many = await measure(long);
console.log('ms from the act to its painted effect, medians of %d windows', ROUNDS);
console.log('characters, annotations   10,000, 20   1,000,000, 2,000   ratio');
for (const [name, time] of Object.entries(few)) {
  const other = many[name] ?? 0;
  const cells = [time.toFixed(0).padStart(12), other.toFixed(0).padStart(19)];
  console.log(`${name.padEnd(24)}${cells.join('')}${(other / time).toFixed(1).padStart(8)}`);
}
