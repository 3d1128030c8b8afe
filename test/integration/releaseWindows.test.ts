// What electron-builder makes of electron-builder.yml for Windows when it is run on Linux, with a program for
// Windows that stands in for Electron, which cannot be fetched everywhere.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  builderSigningArgs,
  readSigningEnvironment,
} from '../../build/release/signing/signingEnvironment.ts';
import { verifyAuthenticode } from '../../build/release/signing/verifyAuthenticode.ts';
import { packTarget } from '../../build/release/targets.ts';
import { findPrograms } from '../../build/release/verify/findPrograms.ts';
import { releaseFuses } from '../../build/release/verify/fuses.ts';
import { programWith } from '../support/releaseFolder.ts';
import { makeTestCertificate, type TestCertificate } from '../support/testCertificate.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');
const SLOW = 120_000;

describe.runIf(process.platform === 'linux')('the release profile for Windows', () => {
  let folder = '';
  let certificate: TestCertificate;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yandu-windows-'));
    certificate = makeTestCertificate(folder, 'publisher');
    makeStandIn(join(folder, 'electron'));
    makeApp(join(folder, 'app'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    // electron-builder takes these for its own tests', says nothing and does other things.
    for (const name of ['VITEST', 'TEST', 'NODE_ENV']) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const pack = (outFolder: string): Promise<string | null> =>
    packTarget({
      target: {
        name: 'dir',
        args: ['--win', 'dir', '--x64', `-c.electronDist=${folder}/electron`],
      },
      appFolder: join(folder, 'app'),
      outFolder,
      signingArgs: [
        ...builderSigningArgs('linux', readSigningEnvironment(process.env)),
        '-c.forceCodeSigning=true',
      ],
    });

  it(
    'signs the program and what it loads, with the fuses set before, and brings two languages',
    async () => {
      vi.stubEnv('WIN_CSC_LINK', certificate.pfx);
      vi.stubEnv('WIN_CSC_KEY_PASSWORD', certificate.password);
      vi.stubEnv('YANDU_WINDOWS_CA', certificate.root);
      const packed = join(folder, 'signed');

      expect(await pack(packed)).toBeNull();

      const unpacked = join(packed, 'win-unpacked');
      await verifyAuthenticode(join(unpacked, 'Yandu.exe'));
      await verifyAuthenticode(join(unpacked, 'resources', 'app.asar.unpacked', 'native.node'));
      expect(await findPrograms(packed)).toEqual([
        { file: 'win-unpacked/Yandu.exe', fuses: [releaseFuses] },
      ]);
      expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
    },
    SLOW,
  );

  it(
    'makes nothing without a certificate, and says why',
    async () => {
      expect(await pack(join(folder, 'unsigned'))).toMatch(/sign/i);
    },
    SLOW,
  );
});

/** A real program for Windows with every fuse as Electron comes. */
function makeStandIn(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const language of ['de', 'en-US', 'zh-CN']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  }
  const names = Object.keys(releaseFuses);
  const asElectronComes = Object.fromEntries(names.map((name) => [name, 'on'] as const));
  const program = readFileSync(join(modules, 'electron-winstaller', 'vendor', 'rcedit.exe'));
  writeFileSync(
    join(folder, 'electron.exe'),
    Buffer.concat([program, programWith(asElectronComes)]),
  );
}

function makeApp(folder: string): void {
  mkdirSync(folder);
  const manifest = {
    name: 'yandu',
    version: '1.2.3',
    main: 'main.cjs',
    author: 'The Yandu authors',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.cjs'), "'use strict';\n");
  const prebuilt = join(modules, 'better-sqlite3', 'prebuilds', 'win32-x64.node');
  copyFileSync(prebuilt, join(folder, 'native.node'));
}
