import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listUnusedTexts } from '../../../../build/checks/unusedTexts.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yandu-texts-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const texts = `
export const appZh = {
  save: '保存',
  saved: '已保存',
  unsaved: '尚未保存',
  colours: { red: '红', blue: '蓝' },
  sizes: { large: '大', small: '小' },
};
`;

/** What of the texts is unused when the window is this. */
async function unusedIn(page: string): Promise<readonly string[]> {
  const files = { 'app.zh.ts': texts, 'page.ts': `import { appZh } from './app.zh.ts';\n${page}` };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const options = {
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
  };
  return listUnusedTexts(
    Object.keys(files).map((name) => join(folder, name)),
    { ...options, target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  );
}

const all = `
  export const show = (state: 'saved' | 'unsaved') => [appZh[state], appZh.save];
  export const { colours } = appZh;
  export const large = appZh.sizes.large + appZh.sizes.small;
`;

describe('the check of texts', () => {
  it('takes a text as used by its name, by a key that may be it, and with a group handed on', async () => {
    expect(await unusedIn(all)).toEqual([]);
  });

  it.each([
    ['by its name', all.replace(', appZh.save', ''), 'app.zh.ts: save'],
    ['by a key', all.replace(" | 'unsaved'", ''), 'app.zh.ts: unsaved'],
    ['inside a group', all.replace(' + appZh.sizes.small', ''), 'app.zh.ts: sizes.small'],
    ['as a group', all.replace('export const { colours } = appZh;', ''), 'app.zh.ts: colours'],
  ])('finds one that is no longer named %s', async (_, page, unused) => {
    expect(await unusedIn(page)).toEqual([unused]);
  });
});
