import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { announceFile, sweepUnfinished } from '../../../electron/packs/shelf.ts';
import { removeIfFree } from '../../../electron/removeIfFree.ts';

const folder = mkdtempSync(join(tmpdir(), 'yandu-remove-'));

/** Something under a file's name that cannot be removed as one, as a file that another program holds. */
function hold(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), '');
  return path;
}

it('says of a file whether it is gone', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');

  expect(removeIfFree(file)).toBe(true);
  expect(existsSync(file)).toBe(false);
  expect(removeIfFree(file)).toBe(true);
  expect(removeIfFree(hold('held'))).toBe(false);
});

it('keeps no start from going on, and what was announced is swept another time', () => {
  const left = hold('briefing-left-1.yandu');
  announceFile(folder, 'briefing-left-1.yandu');
  const partial = hold('incoming.yandu.partial');
  const shelf = { format: 1, open: 'x', briefings: [], seen: [], shipped: null } as never;

  sweepUnfinished(folder, shelf);

  expect([left, partial, join(folder, 'incoming.name.partial')].map(existsSync)).toEqual([
    true,
    true,
    true,
  ]);
});
