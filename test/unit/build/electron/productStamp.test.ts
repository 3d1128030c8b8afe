import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isMadeFrom, stampProduct } from '../../../../build/electron/productStamp.ts';

it('knows a product that was put in the place of the one that was built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-stamp-'));
  const product = join(folder, 'made.yandu');
  const stamp = join(folder, '.hash');
  writeFileSync(product, 'built');
  expect(await isMadeFrom('inputs', product, stamp)).toBe(false);

  await stampProduct('inputs', product, stamp);
  expect(await isMadeFrom('inputs', product, stamp)).toBe(true);
  expect(await isMadeFrom('other inputs', product, stamp)).toBe(false);
  writeFileSync(product, 'another');
  expect(await isMadeFrom('inputs', product, stamp)).toBe(false);
  rmSync(product);
  expect(await isMadeFrom('inputs', product, stamp)).toBe(false);
  rmSync(folder, { recursive: true });
});
