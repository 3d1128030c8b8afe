// A checker that checks nothing is green too. Each is run here on a small project with one planted
// violation and must fail, and on the same project without it and must pass.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../../../..');
const checks = join(project, 'build', 'checks');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yandu-planted-'));
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const compilerOptions = { rootDir: '.', outDir: 'types', composite: true, jsx: 'react-jsx' };
  await plant({
    'tsconfig.json': JSON.stringify({
      extends: join(project, 'build', 'tsconfig.base.json'),
      compilerOptions: { ...compilerOptions, types: ['node'], lib: ['ES2023', 'DOM'] },
      include: ['**/*.ts', '**/*.tsx'],
    }),
    'package.json': JSON.stringify({
      name: 'planted',
      type: 'module',
      dependencies: {},
    }),
    'electron/main.ts': "import { sum } from '../shared/sum.ts';\n\nsum(1, 2);\n",
    'electron/preload.ts': 'export {};\n',
    'renderer/main.tsx': 'export {};\n',
    'shared/sum.ts': sound,
  });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const sound = 'export function sum(a: number, b: number): number {\n  return a + b;\n}\n';

describe('the type checker', () => {
  it('passes sound source and fails a number that is a string', async () => {
    const before = await run('tsc', ['-p', '.']);
    await plant({ 'shared/wrong.ts': "export const count: number = 'one';\n" });

    const after = await run('tsc', ['-p', '.']);

    expect([before.exitCode, after.exitCode]).toEqual([0, 2]);
    expect(after.output).toContain('TS2322');
  });
});

describe('the formatter', () => {
  it('passes sound source and fails double quotes', async () => {
    const args = ['--config', join(project, 'build', 'prettier.json'), '--check', 'shared'];
    const before = await run('prettier', args);
    await plant({ 'shared/quotes.ts': 'export const word = "word";\n' });

    const after = await run('prettier', args);

    expect([before.exitCode, after.exitCode]).toEqual([0, 1]);
  });
});

describe('knip', () => {
  const args = ['-c', join(checks, 'knip.jsonc'), '--no-config-hints'];

  it('passes sound source', async () => {
    expect(await run('knip', args)).toMatchObject({ exitCode: 0 });
  });

  it('finds an export that nobody imports', async () => {
    await plant({ 'shared/sum.ts': `${sound}\nexport const unused = 1;\n` });

    const { exitCode, output } = await run('knip', args);

    expect(exitCode).toBe(1);
    expect(output).toContain('unused');
  });

  it('finds a dependency that nobody uses', async () => {
    const manifest = { name: 'planted', type: 'module', dependencies: { docx: '9.0.0' } };
    await plant({ 'package.json': JSON.stringify(manifest) });

    const { exitCode, output } = await run('knip', args);

    expect(exitCode).toBe(1);
    expect(output).toContain('docx');
  });
});

describe('the import rules', () => {
  const args = [
    '--config',
    join(checks, 'dependencyCruiser.cjs'),
    'shared',
    'electron',
    'renderer',
  ];

  it('pass sound source, and really read it', async () => {
    const { exitCode, output } = await run('depcruise', args);

    expect(exitCode).toBe(0);
    expect(output).toMatch(/\((4|5) modules, 1 dependencies cruised\)/);
  });

  const value = 'export const value = 1;\n';
  const use = (path: string): string =>
    `import { value } from '${path}';\n\nexport const own = value;\n`;
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['shared-imports-no-room', { 'shared/a.ts': use('../electron/b.ts'), 'electron/b.ts': value }],
    ['shared-has-no-node', { 'shared/a.ts': "import 'node:fs';\n" }],
    ['shared-is-pure', { 'shared/a.ts': "import 'react';\n" }],
    [
      'electron-stays-in-its-room',
      { 'electron/a.ts': use('../renderer/b.ts'), 'renderer/b.ts': value },
    ],
    [
      'renderer-stays-in-its-room',
      { 'renderer/a.ts': use('../electron/b.ts'), 'electron/b.ts': value },
    ],
    ['renderer-has-no-node', { 'renderer/a.ts': "import 'node:path';\n" }],
    [
      'features-do-not-import-each-other',
      { 'electron/features/a.ts': use('./b.ts'), 'electron/features/b.ts': value },
    ],
    [
      'panes-do-not-import-each-other',
      { 'renderer/notes/a.ts': use('../search/b.ts'), 'renderer/search/b.ts': value },
    ],
    [
      'electron-at-the-edge',
      { 'electron/db/a.ts': "import { app } from 'electron';\n\napp.quit();\n" },
    ],
    ['sqlite-in-its-place', { 'electron/features/a.ts': "import 'better-sqlite3';\n" }],
    ['no-cycles', { 'shared/a.ts': use('./b.ts'), 'shared/b.ts': "export * from './a.ts';\n" }],
    ['resolvable', { 'shared/a.ts': use('./nowhere.ts') }],
  ])('have %s', async (rule, files) => {
    await plant(files);

    const { exitCode, output } = await run('depcruise', args);

    expect(exitCode).toBeGreaterThan(0);
    expect(output).toContain(`error ${rule}:`);
  });
});

describe('the linter', () => {
  it('passes sound source and finds every planted fault', async () => {
    const faults = Object.entries(plantedFaults);
    await plant(Object.fromEntries(faults.map(([file, [, source]]) => [file, source])));

    const { output } = await run('eslint', [
      ...[
        '-c',
        join(checks, 'eslint.config.mjs'),
        '--format',
        'json',
        'shared',
        'electron',
        'renderer',
      ],
    ]);

    const found = new Map<string, readonly string[]>(readLintReport(output));
    expect(found.get('shared/sum.ts')).toEqual([]);
    for (const [file, [rule]] of faults) {
      expect({ file, rules: found.get(file) }).toEqual({
        file,
        rules: expect.arrayContaining([rule]) as unknown,
      });
    }
  });
});

/** File name to the rule that must find what is wrong in it. */
const plantedFaults: Readonly<Record<string, readonly [rule: string, source: string]>> = {
  'shared/any.ts': [
    '@typescript-eslint/no-explicit-any',
    'export const x = (a: any): void => a;\n',
  ],
  'shared/bang.ts': [
    '@typescript-eslint/no-non-null-assertion',
    'export const x = (a: string | null): string => a!;\n',
  ],
  'shared/floating.ts': [
    '@typescript-eslint/no-floating-promises',
    'export function x(a: () => Promise<void>): void {\n  a();\n}\n',
  ],
  'shared/interface.ts': [
    '@typescript-eslint/consistent-type-definitions',
    'export interface A {\n  readonly a: string;\n}\n',
  ],
  'shared/default.ts': ['no-restricted-syntax', 'export default 1;\n'],
  'shared/fetch.ts': ['no-restricted-globals', "export const x = fetch('app://bundle/');\n"],
  'shared/eval.ts': ['no-eval', "export const x: unknown = eval('1');\n"],
  'electron/http.ts': ['no-restricted-imports', "export { get } from 'http';\n"],
  'electron/https.ts': ['no-restricted-imports', "export { get } from 'node:https';\n"],
  'electron/http2.ts': ['no-restricted-imports', "export { connect } from 'node:http2';\n"],
  'electron/updater.ts': [
    'no-restricted-imports',
    "export { autoUpdater } from 'electron-updater';\n",
  ],
  'electron/globalFetch.ts': [
    'no-restricted-syntax',
    "export const x = globalThis.fetch('app://bundle/');\n",
  ],
  'shared/implied.ts': [
    '@typescript-eslint/no-implied-eval',
    "export const x = new Function('return 1');\n",
  ],
  'renderer/outerHtml.ts': ['no-restricted-syntax', "document.body.outerHTML = 'a';\n"],
  'renderer/adjacent.ts': [
    'no-restricted-syntax',
    "document.body.insertAdjacentHTML('beforeend', 'a');\n",
  ],
  'renderer/transport.ts': ['no-restricted-globals', "export const x = new WebTransport('a');\n"],
  'electron/net.ts': ['no-restricted-imports', "export { connect } from 'node:net';\n"],
  'electron/tls.ts': ['no-restricted-imports', "export { connect } from 'node:tls';\n"],
  'electron/dgram.ts': ['no-restricted-imports', "export { createSocket } from 'node:dgram';\n"],
  'electron/dns.ts': ['no-restricted-imports', "export { lookup } from 'dns/promises';\n"],
  'electron/undici.ts': ['no-restricted-imports', "export { request } from 'undici';\n"],
  'electron/electronNet.ts': ['no-restricted-imports', "export { net } from 'electron';\n"],
  'electron/external.ts': [
    'no-restricted-syntax',
    "import { shell } from 'electron';\n\nvoid shell.openExternal('a');\n",
  ],
  'electron/features/channel.ts': [
    'no-restricted-syntax',
    "import { ipcMain } from 'electron';\n\nipcMain.on('a', () => undefined);\n",
  ],
  'renderer/xhr.ts': ['no-restricted-globals', 'export const x = new XMLHttpRequest();\n'],
  'renderer/windowXhr.ts': [
    'no-restricted-syntax',
    'export const x = new window.XMLHttpRequest();\n',
  ],
  'renderer/socket.ts': ['no-restricted-globals', "export const x = new WebSocket('a');\n"],
  'renderer/events.ts': ['no-restricted-globals', "export const x = new EventSource('a');\n"],
  'renderer/rtc.ts': ['no-restricted-globals', 'export const x = new RTCPeerConnection();\n'],
  'renderer/beacon.ts': ['no-restricted-syntax', "navigator.sendBeacon('a');\n"],
  'renderer/innerHtml.ts': ['no-restricted-syntax', "document.body.innerHTML = 'a';\n"],
  'renderer/Html.tsx': [
    'no-restricted-syntax',
    "export const Html = () => <p dangerouslySetInnerHTML={{ __html: 'a' }} />;\n",
  ],
  'renderer/Hook.tsx': [
    'react-hooks/rules-of-hooks',
    "import { useState } from 'react';\n\nexport function Hook({ a }: { a: boolean }): null {\n  if (a) useState(1);\n  return null;\n}\n",
  ],
};

async function plant(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((done) => {
    const program = join(project, 'node_modules', '.bin', command);
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(program, args, options, (_error, stdout, stderr) => {
      done({ exitCode: child.exitCode ?? 128, output: stdout + stderr });
    });
  });
}

function readLintReport(json: string): readonly (readonly [string, readonly string[]])[] {
  const results = JSON.parse(json) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null }[];
  }[];
  return results.map(({ filePath, messages }) => [
    filePath.slice(filePath.indexOf('yandu-planted-')).split('/').slice(1).join('/'),
    messages.map(({ ruleId }) => ruleId ?? 'parse'),
  ]);
}
