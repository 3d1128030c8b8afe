// The reading room in a real window: a plan and a law code with many annotations beside a short text with few.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { writeLongBriefing, type LongText } from '../support/writeLongBriefing.ts';
import { selectIn, timeRest, timeScrolling, timeStep } from './stopwatch.ts';

const sizes: readonly LongText[] = [
  { characters: 10_000, annotations: 20 },
  { characters: 64_000, annotations: 200 },
  { characters: 1_000_000, annotations: 2_000 },
];
/** Windows a size; the median of them and the slowest one are printed. */
const ROUNDS = 5;
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
  const rest = await window.evaluate(timeRest);
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
    'until it is there whole': open + rest,
    'mark a passage': mark,
    'open a mark': card,
    'scroll, middle frame': slowest[Math.floor(slowest.length / 2)] ?? 0,
    'scroll, frame at 95 %': slowest[Math.floor(slowest.length * 0.95)] ?? 0,
    'open the list': list,
    'filter the list': filter,
  };
}

type Spread = { readonly median: number; readonly slowest: number };

async function measure(text: LongText): Promise<ReadonlyMap<string, Spread>> {
  const rounds: Times[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'yandu-reading-'));
    try {
      writeLongBriefing(folder, text);
      console.error('%d characters, window %d of %d', text.characters, round + 1, ROUNDS);
      rounds.push(await measureWindow(folder, text));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const names = Object.keys(rounds[0] ?? {});
  return new Map(names.map((name) => [name, spreadOf(rounds.map((one) => one[name] ?? 0))]));
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 };
}

const measured: ReadonlyMap<string, Spread>[] = [];
for (const size of sizes) measured.push(await measure(size));
console.log('ms from the act to its painted effect: median and slowest of %d windows', ROUNDS);
const heads = sizes.map(({ characters, annotations }) => `${characters}, ${annotations}`);
console.log(
  `${'characters, annotations'.padEnd(26)}${heads.map((head) => head.padStart(18)).join('')}   ratio`,
);
for (const [name, { median: base }] of measured[0] ?? []) {
  const cells = measured.map((times) => {
    const { median, slowest } = times.get(name) ?? { median: 0, slowest: 0 };
    return `${median.toFixed(0)} (${slowest.toFixed(0)})`.padStart(18);
  });
  const ratio = (measured.at(-1)?.get(name)?.median ?? 0) / base;
  console.log(`${name.padEnd(26)}${cells.join('')}${ratio.toFixed(1).padStart(8)}`);
}
