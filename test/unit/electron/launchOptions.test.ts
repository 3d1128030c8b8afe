import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packFilePath, readArguments } from '../../../electron/launchOptions.ts';

const link = 'yandu://open/plan-14-5/87-120';

describe('readArguments', () => {
  it.each([
    '--inspect=0',
    '--remote-debugging-port=0',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--data-folder=/x',
    'https://example.org',
    '/etc/passwd',
  ])('refuses %s in a release', (argument) => {
    expect(readArguments([argument], 'release')).toEqual({ kind: 'refused', argument });
  });

  it('opens a release at the place of one address', () => {
    expect(readArguments([link], 'release')).toMatchObject({ kind: 'start', options: { link } });
  });

  it('refuses a second address and one without end', () => {
    expect(readArguments([link, link], 'release')).toMatchObject({ kind: 'refused' });
    expect(readArguments([`yandu://${'a'.repeat(3_000)}`], 'release')).toMatchObject({
      kind: 'refused',
    });
  });

  it.each(['/media/stick/学习材料.yandu', 'C:\\Users\\me\\a.YANDU', 'file:///media/a.yandu'])(
    'hands the pack %s over, in a release too',
    (packFile) => {
      expect(readArguments([packFile], 'release')).toMatchObject({ options: { packFile } });
      expect(readArguments([packFile, packFile], 'release')).toMatchObject({ kind: 'refused' });
      expect(readArguments([packFile, link], 'release')).toMatchObject({ kind: 'refused' });
    },
  );

  it('takes no switch for a pack', () => {
    expect(readArguments(['--pack=a.yandu'], 'release')).toMatchObject({ kind: 'refused' });
  });

  it.each(['/no-sandbox=.yandu', '/load-extension=C:\\x.yandu', '/x.yandu'])(
    'takes %s for a switch on Windows, as Chromium does there, and for a path elsewhere',
    (argument) => {
      expect(readArguments([argument], 'release', 'win32')).toEqual({ kind: 'refused', argument });
      expect(readArguments([argument], 'release', 'linux')).toMatchObject({ kind: 'start' });
    },
  );

  it('lets a test build name its folders and its pack', () => {
    const args = ['--inspect=0', '--data-folder=/数据', '--export-folder=/out', '--pack=/p.yandu'];

    expect(readArguments(args, 'test')).toEqual({
      kind: 'start',
      options: {
        dataFolder: '/数据',
        exportFolder: '/out',
        packPath: '/p.yandu',
        policyPath: null,
        printHandout: null,
        trustFolder: null,
        packFile: null,
        link: null,
      },
    });
  });

  it.each([
    [['--version'], { kind: 'version' }],
    [['--self-test'], { kind: 'selfTest' }],
    [['--verify-pack', '/p.yandu'], { kind: 'verifyPack', file: '/p.yandu' }],
    [['--verify-pack=/p.yandu'], { kind: 'verifyPack', file: '/p.yandu' }],
    [['--export-diagnostics', 'd.json'], { kind: 'exportDiagnostics', file: 'd.json' }],
  ])('takes %j for a command in every build', (args, command) => {
    expect(readArguments(args, 'release')).toMatchObject({ kind: 'command', command });
    expect(readArguments(args, 'test')).toMatchObject({ kind: 'command', command });
  });

  it.each([
    [['--version', '--self-test']],
    [['--verify-pack']],
    [['--verify-pack', 'a', 'b']],
    [['--verify-pack=a', 'b']],
    [['--self-test=x']],
    [['--self-test', '--no-sandbox']],
    [[link, '--self-test']],
  ])('refuses %j, which is more or less than one command', (args) => {
    expect(readArguments(args, 'release')).toMatchObject({ kind: 'refused' });
  });

  it('gives a test’s command its folders', () => {
    const args = ['--data-folder=/数据', '--export-diagnostics', 'd.json'];

    expect(readArguments(args, 'test')).toMatchObject({
      kind: 'command',
      command: { kind: 'exportDiagnostics', file: 'd.json' },
      options: { dataFolder: '/数据' },
    });
    expect(readArguments(args, 'release')).toMatchObject({ kind: 'refused' });
  });
});

describe('packFilePath', () => {
  it('is absolute, whether a path or an address was given', () => {
    expect(packFilePath('a.yandu', '/media/stick')).toBe(resolve('/media/stick', 'a.yandu'));
    expect(packFilePath('file:///media/%E6%9D%90%E6%96%99.yandu', '/')).toBe('/media/材料.yandu');
  });

  it('knows no other computer and no broken address', () => {
    expect(packFilePath('file://server/a.yandu', '/')).toBeNull();
    expect(packFilePath('file:///%ZZ.yandu', '/')).toBeNull();
  });
});
