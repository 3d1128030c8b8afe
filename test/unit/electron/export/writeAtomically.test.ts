import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAtomically } from '../../../../electron/export/writeAtomically.ts';

const folder = mkdtempSync(join(tmpdir(), 'yandu-write-'));

it('replaces a file and leaves nothing beside it', async () => {
  const path = join(folder, '讲义.txt');
  writeFileSync(path, 'old');

  const result = await writeAtomically(path, Buffer.from('new'));

  expect(result.ok).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['讲义.txt']);
});

it('keeps what is there and leaves nothing behind when the place cannot be written', async () => {
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, 'inside'), { recursive: true });
  chmodSync(taken, 0o755);

  const result = await writeAtomically(taken, Buffer.from('new'));

  expect(result).toMatchObject({ ok: false });
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(readdirSync(taken)).toEqual(['inside']);
});

it('names the reason when there is no such folder', async () => {
  const result = await writeAtomically(join(folder, 'none', 'x.txt'), Buffer.from('x'));

  expect(result).toEqual({
    ok: false,
    code: 'export_failed',
    detail: { file: 'x.txt', reason: 'ENOENT' },
  });
});
