import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../../build/electron/bundledPackages.ts';
import { composeBill } from '../../../../build/release/documents/billOfMaterials.ts';
import { composeLicenceList } from '../../../../build/release/documents/licenceList.ts';
import { checkBill } from '../../../../build/release/verify/bill.ts';

const runtime = {
  electron: '45.4.1',
  chromium: '144.0.7000.1',
  node: '24.1.0',
  v8: '14.4.1',
  sqlite: '3.54.1',
};
const packages = [
  { name: 'zod', version: '4.6.7', licence: 'MIT', sha512: 'a'.repeat(128), texts: ['MIT text'] },
  {
    name: '@scope/thing',
    version: '1.0.0',
    licence: 'MIT AND Apache-2.0',
    sha512: null,
    texts: ['first text', 'second text'],
  },
];
const bill = {
  name: 'Yandu',
  version: '1.2.3',
  builtAt: new Date('2026-01-02T03:04:05Z'),
  packages,
  runtime,
};

describe('the bill of materials', () => {
  it('names every package and the runtime, as CycloneDX’s own schema asks', async () => {
    const text = await composeBill(bill);

    expect(checkBill(text)).toEqual([]);
    for (const purl of [
      'pkg:npm/zod@4.6.7',
      'pkg:npm/%40scope/thing@1.0.0',
      'pkg:generic/electron@45.4.1',
      'pkg:generic/chromium@144.0.7000.1',
      'pkg:generic/node@24.1.0',
      'pkg:generic/sqlite@3.54.1',
    ]) {
      expect(text).toContain(`"${purl}"`);
    }
  });
});

describe('the list of licences', () => {
  it('holds the whole text of each package’s licences', () => {
    const list = composeLicenceList(packages, runtime, 'our own licence');

    for (const text of [
      'our own licence',
      'MIT text',
      'first text',
      'second text',
      'SQLite 3.54.1',
    ]) {
      expect(list).toContain(text);
    }
  });
});

describe('the package a bundled file comes from', () => {
  it.each([
    ['/project/node_modules/zod/v4/index.js', 'zod'],
    ['/project/node_modules/@scope/thing/dist/a.css', '@scope/thing'],
    ['/project/node_modules/outer/node_modules/inner/a.js', 'inner'],
    ['\0/project/node_modules/react/index.js?commonjs-module', 'react'],
    ['C:\\project\\node_modules\\@scope\\thing\\a.js', '@scope/thing'],
    ['/project/renderer/main.tsx', null],
    ['\0vite/preload-helper.js', null],
  ])('of %j is %j', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });
});
