import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFiles } from '../../../../build/electron/hashFiles.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-hash-'));
  mkdirSync(join(folder, 'room', 'inner'), { recursive: true });
  writeFileSync(join(folder, 'room', 'a.ts'), 'one');
  writeFileSync(join(folder, 'room', 'inner', 'b.ts'), 'two');
  writeFileSync(join(folder, 'lock.json'), '{}');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the hash that says whether to build again', () => {
  const inputs = ['room', 'lock.json'];

  it('stays the same while nothing changes, in whatever order the inputs are named', async () => {
    const hash = await hashFiles(folder, inputs);

    expect(await hashFiles(folder, inputs.toReversed())).toBe(hash);
  });

  it('changes with the bytes of a file deep inside', async () => {
    const before = await hashFiles(folder, inputs);
    writeFileSync(join(folder, 'room', 'inner', 'b.ts'), 'twо');

    expect(await hashFiles(folder, inputs)).not.toBe(before);
  });

  it('changes with the name of a file', async () => {
    const before = await hashFiles(folder, inputs);
    renameSync(join(folder, 'room', 'a.ts'), join(folder, 'room', 'c.ts'));

    expect(await hashFiles(folder, inputs)).not.toBe(before);
  });

  it('refuses an input that is not there', async () => {
    await expect(hashFiles(folder, ['nowhere'])).rejects.toThrow('ENOENT');
  });
});
