import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/launchOptions.ts';
import { prepareGround } from '../../../electron/prepareGround.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'yandu-ground-')));
  for (const name of ['program', 'Yandu.app/Contents/MacOS']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function dataFolder(
  args: readonly string[] = [],
  { executable = 'program/yandu', env = {} }: { executable?: string; env?: object } = {},
): string {
  const request = readArguments([`--policy=${join(folder, 'policy.json')}`, ...args], 'test');
  if (request.kind === 'refused') throw new Error(request.argument);
  const ground = prepareGround(request.options, {
    platform: 'linux',
    env: { ...env },
    account: { home: folder, user: 'wang' },
    executable: join(folder, executable),
    userData: join(folder, 'usual'),
  });
  if (!ground.ok) throw new Error(ground.code);
  return ground.value.dataFolder.slice(folder.length + 1);
}

describe('where the data lie', () => {
  it('is where the system keeps the data of programs', () => {
    expect(dataFolder()).toBe('usual');
  });

  it('is beside the program when a file named portable is', () => {
    writeFileSync(join(folder, 'program/portable'), '');

    expect(dataFolder()).toBe('program/yandu-data');
  });

  it('is beside the .app or the AppImage, which is what a person sees of the program', () => {
    writeFileSync(join(folder, 'portable'), '');

    expect(dataFolder([], { executable: 'Yandu.app/Contents/MacOS/Yandu' })).toBe('yandu-data');
    const env = { APPIMAGE: join(folder, 'Yandu.AppImage') };
    expect(dataFolder([], { env })).toBe('yandu-data');
  });

  it('is where the admin puts them, also for a portable program', () => {
    writeFileSync(join(folder, 'program/portable'), '');
    const policy = { version: 1, dataFolder: '${home}/managed/${user}' };
    writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));

    expect(dataFolder()).toBe('managed/wang');
  });
});
