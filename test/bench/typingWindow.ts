// The search box in a real window: every key of some words, from the press to the painted answer.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { builtPack, launchYandu } from '../support/launchYandu.ts';
import { addPlainField, listenForKey, timeAnswer, type KeyTimes } from './keyToPaint.ts';
import { writeLongBriefing } from '../support/writeLongBriefing.ts';

const words = ['园区', '高新技术企业', '创新驱动', '产业链', '研发经费', '人才', '的'];
const ROUNDS = 4;

const searchBox = { field: '#search-box', answer: '#search-results h1' };
const plainField = { field: '#plain-field', answer: '#plain-answer' };

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return value.toFixed(1).padStart(7);
}

function print(name: string, values: readonly number[]): void {
  console.log(`  ${name.padEnd(44)}${quantile(values, 0.5)}${quantile(values, 0.95)}`);
}

/** Types all words letter by letter, each letter when the answer to the one before stands. */
async function typeWords(
  window: Page,
  keys: CDPSession,
  { field, answer }: typeof searchBox,
): Promise<readonly KeyTimes[]> {
  const measured: KeyTimes[] = [];
  for (const word of words) {
    await window.locator(field).fill('');
    for (const [at, letter] of [...word].entries()) {
      const text = word.slice(0, at + 1);
      const listening = await window.evaluateHandle(listenForKey, { field, answer, text });
      await keys.send('Input.dispatchKeyEvent', { type: 'char', text: letter });
      measured.push(await listening.evaluate(({ times }) => times));
    }
  }
  return measured;
}

async function measurePack(name: string, packPath: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yandu-typing-'));
  const { app, window } = await launchYandu({ dataFolder, packPath });
  try {
    await window.getByRole('button', { name: '开始阅读' }).click();
    await window.locator(searchBox.field).click();
    await window.locator('#search-results').waitFor();
    await window.evaluate(addPlainField);
    const keys = await window.context().newCDPSession(window);
    const plain: KeyTimes[] = [];
    const search: KeyTimes[] = [];
    // By turns, so that a busy moment of the machine meets both.
    for (let round = 0; round < ROUNDS; round += 1) {
      plain.push(...(await typeWords(window, keys, plainField)));
      search.push(...(await typeWords(window, keys, searchBox)));
    }
    const answers = [];
    for (const word of words) {
      for (let end = 1; end <= word.length; end += 1) {
        answers.push(await window.evaluate(timeAnswer, word.slice(0, end)));
      }
    }
    console.log(`${name}: ${String(search.length)} keys`);
    print(
      'a plain field, key to painted letter',
      plain.map(({ painted }) => painted),
    );
    print(
      'the search box, key to painted results',
      search.map(({ painted }) => painted),
    );
    print(
      '  of it until they stand in the document',
      search.map(({ drawn }) => drawn),
    );
    print(
      '  of that, question to answer',
      answers.map(({ waited }) => waited),
    );
    print(
      '  of that, the search itself',
      answers.map(({ sought }) => sought),
    );
  } finally {
    await app.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'yandu-typing-'));
try {
  writeLongBriefing(folder, { characters: 1_000_000, annotations: 0 });
  console.log(`typing in a window; ms, median and 95 % ${' '.repeat(13)}`);
  await measurePack('seeds', builtPack);
  await measurePack('a text of a million characters', join(folder, 'pack.yandu'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
