import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from '@playwright/test';
import { launchYandu } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';
import { takeTour } from '../support/takeTour.ts';

const tourFolder = resolve(import.meta.dirname, '../../out/tour');

test('a facilitator reads, searches, marks, notes, hands out, and finds it all again', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yandu-tour-'));
  const exportFolder = join(tourFolder, 'exports');
  try {
    await takeTour({
      launch: launchYandu,
      dataFolder,
      exportFolder,
      pictureFolder: tourFolder,
      say: (sentence) => process.stdout.write(`${sentence}\n`),
    });
  } finally {
    removeFolder(dataFolder);
  }
});
