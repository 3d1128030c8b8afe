// The handout room in a real window: one letter typed into the title, timed until the first page shows it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { writeHandoutBriefing } from '../support/handoutBriefing.ts';
import { anchorOf, makeHandout } from '../support/handoutExample.ts';
import { launchYandu } from '../support/launchYandu.ts';

type Size = {
  readonly name: string;
  readonly excerpts: number;
  /** UTF-16 units of a note of one's own behind them. */
  readonly characters: number;
  readonly edits: number;
};

const sizes: readonly Size[] = [
  { name: 'one page', excerpts: 2, characters: 100, edits: 30 },
  { name: '60 excerpts, footnotes', excerpts: 60, characters: 0, edits: 30 },
  { name: '200,000 characters', excerpts: 2, characters: 200_000, edits: 5 },
];

const sentence = '加快构建新发展格局推动高质量发展';

function writeBriefing(folder: string, { excerpts, characters }: Size): void {
  writeHandoutBriefing(folder, (documents) => {
    const quoted = longestParagraphs(documents[0], excerpts).map((anchor) => ({
      kind: 'excerpt',
      anchor,
      annotationId: null,
      editedQuote: null,
      withNote: false,
    }));
    const text = sentence.repeat(Math.ceil(characters / sentence.length)).slice(0, characters);
    // One note holds half of the longest text.
    const notes = [text.slice(0, 100_000), text.slice(100_000)]
      .filter((part) => part !== '')
      .map((part) => ({ kind: 'note', text: part, isPrivate: false }));
    return [makeHandout([...quoted, ...notes], { citationStyle: 'footnote' })];
  });
}

function longestParagraphs(content: DocumentContent | undefined, count: number) {
  const paragraphs = content?.segments.filter((segment) => segment.kind === 'paragraph') ?? [];
  return paragraphs
    .slice(0, count)
    .map(({ start, end }) => anchorOf(content, content?.text.slice(start, end) ?? ''));
}

type Change = { readonly first: number; readonly slowestFrame: number };

/**
 * Types one letter and waits until the canvas of the first page looks otherwise. Self-contained: it is sent
 * to the page. The pixels are compared outside of the time that is taken.
 */
async function timeChange(value: string): Promise<Change> {
  const LIMIT_MS = 60_000;
  const page = (): HTMLCanvasElement | null => document.querySelector('figure canvas');
  const picture = (): string => page()?.toDataURL('image/png') ?? '';
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const before = picture();
  const field = document.querySelector<HTMLInputElement>('form input');
  if (field === null) throw new Error('there is no title');
  const drawings: number[] = [];
  const { prototype } = CanvasRenderingContext2D;
  const original: unknown = Reflect.get(prototype, 'drawImage');
  if (typeof original !== 'function') throw new Error('there is no canvas');
  Reflect.set(
    prototype,
    'drawImage',
    function draw(this: CanvasRenderingContext2D, ...args: unknown[]) {
      Reflect.apply(original, this, args);
      if (this.canvas === page()) drawings.push(performance.now());
    },
  );
  try {
    const begun = performance.now();
    Reflect.set(HTMLInputElement.prototype, 'value', value, field);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    let last = begun;
    let slowestFrame = 0;
    for (;;) {
      const now = await frame();
      slowestFrame = Math.max(slowestFrame, now - last);
      last = now;
      if (drawings.length > 0) {
        drawings.length = 0;
        await frame();
        const first = performance.now() - begun;
        if (picture() !== before) return { first, slowestFrame };
      }
      if (now - begun > LIMIT_MS) throw new Error('the page never changed');
    }
  } finally {
    Reflect.set(prototype, 'drawImage', original);
  }
}

/** Pages that are drawn for another reason than the next edit would be taken for its effect. */
async function atRest(window: Page): Promise<void> {
  // Until the pane has heard of the edit it is not busy yet.
  await window.waitForTimeout(50);
  await window
    .locator('[role="group"][aria-busy="false"]:not(:has([aria-busy="true"]))')
    .waitFor({ timeout: 120_000 });
}

async function measureEdits(window: Page, edits: number): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    changes.push(await window.evaluate(timeChange, `讨论提纲${String(edit + 1)}`));
    await atRest(window);
  }
  return changes;
}

async function measure(size: Size): Promise<readonly Change[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-preview-'));
  try {
    writeBriefing(folder, size);
    const { app, window } = await launchYandu({ dataFolder: folder });
    try {
      await window.getByRole('button', { name: '开始阅读' }).click();
      await window.getByRole('button', { name: '讲义', exact: true }).click();
      const begun = performance.now();
      await window.getByRole('img', { name: /^第 1 \/ /u }).waitFor();
      await atRest(window);
      console.error(
        '%s: first pages after %d ms',
        size.name,
        Math.round(performance.now() - begun),
      );
      // The first edit warms up what a reader's first edit warms up; it is not counted.
      return (await measureEdits(window, size.edits + 1)).slice(1);
    } finally {
      await app.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

console.log('ms from a typed letter to its painted page; the goal is 300');
console.log('handout                     median     p95   ratio   slowest frame');
let smallest = 0;
for (const size of sizes) {
  const changes = await measure(size);
  const times = changes.map(({ first }) => first);
  const median = quantile(times, 0.5);
  smallest ||= median;
  const cells = [
    median.toFixed(0).padStart(10),
    quantile(times, 0.95).toFixed(0).padStart(8),
    (median / smallest).toFixed(1).padStart(8),
    Math.max(...changes.map(({ slowestFrame }) => slowestFrame))
      .toFixed(0)
      .padStart(16),
  ];
  console.log(`${size.name.padEnd(24)}${cells.join('')}`);
}
