// A release is not taken at its word: where this machine can open an installer, the program inside is read.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseFuses, type FuseTable } from '../../build/release/verify/fuses.ts';
import { verifyRelease, type Verdict } from '../../build/release/verify/verifyRelease.ts';
import { hasTool, runTool } from '../support/outsideTools.ts';
import { makeReleaseFolder, programWith, recordWith } from '../support/releaseFolder.ts';

const deb = 'Yandu-9.8.7-linux-amd64.deb';

describe.runIf(hasTool('dpkg-deb'))('a release with a package for Debian', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'yandu-deb-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function verifyWith(program: Buffer | null, check = verifyRelease): Promise<Verdict> {
    const release = makeReleaseFolder({
      [deb]: packDeb(folder, program),
      'release.json': recordWith({ artefacts: [{ file: deb, signature: 'GPG' }] }),
    });
    try {
      return await check(release.folder, release.publicKey);
    } finally {
      rmSync(release.folder, { recursive: true, force: true });
    }
  }

  it('is verified by the fuses of the program inside', async () => {
    const verdict = await verifyWith(programWith(releaseFuses));

    expect(verdict).toMatchObject({ status: 'verified' });
    expect(JSON.stringify(verdict)).toContain(`${deb}: fuses read from the program inside.`);
  });

  it.each<[string, FuseTable, string]>([
    [
      'lets a debugger in, whatever the release says of it',
      { ...releaseFuses, enableNodeCliInspectArguments: 'on' },
      'this is a TEST build',
    ],
    [
      'runs as plain Node',
      { ...releaseFuses, runAsNode: 'on' },
      'fuse runAsNode is on and should be off',
    ],
  ])('is refused when the program inside %s', async (_, fuses, sentence) => {
    expect(JSON.stringify(await verifyWith(programWith(fuses)))).toContain(sentence);
  });

  it('is opened too when its folder is named from where one stands', async () => {
    const program = programWith({ ...releaseFuses, runAsNode: 'on' });
    mkdirSync('out', { recursive: true });
    const here = mkdtempSync(join('out', 'verify-'));
    const verdict = await verifyWith(program, async (made, key) => {
      cpSync(made, here, { recursive: true });
      return verifyRelease(here, key);
    }).finally(() => {
      rmSync(here, { recursive: true, force: true });
    });

    expect(JSON.stringify(verdict)).toContain('fuse runAsNode is on and should be off');
  });

  it('is refused when there is no program inside', async () => {
    expect(JSON.stringify(await verifyWith(null))).toContain(`${deb} holds no program`);
  });
});

describe('dist:verify', () => {
  it.each([
    ['a folder that is not there', ['nowhere'], 'there is no folder nowhere'],
    ['a key that is not there', ['test', '--key', 'nothing.pem'], 'nothing.pem is not there or no'],
    ['a key that is none', ['test', '--key', 'package.json'], 'package.json is not there or no'],
  ])('answers %s with a sentence', (_, args, sentence) => {
    const command = ['build/release/verify/verifyReleaseCli.ts', ...args];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });

    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain(sentence);
  });
});

/** A small package that installs as a release's does. */
function packDeb(folder: string, program: Buffer | null): Buffer {
  const root = mkdtempSync(join(folder, 'root-'));
  const installed = join(root, 'opt', 'Yandu');
  mkdirSync(join(root, 'DEBIAN'), { mode: 0o755 });
  mkdirSync(join(installed, 'resources'), { recursive: true });
  const control = ['Package: yandu', 'Version: 9.8.7', 'Architecture: amd64', 'Maintainer: nobody'];
  writeFileSync(join(root, 'DEBIAN', 'control'), `${control.join('\n')}\nDescription: test\n`);
  if (program !== null) {
    writeFileSync(join(installed, 'yandu'), program);
    writeFileSync(join(installed, 'resources', 'app.asar'), 'an archive');
  }
  const file = join(folder, 'made.deb');
  runTool('dpkg-deb', ['--root-owner-group', '-Znone', '--build', root, file]);
  return readFileSync(file);
}
