import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { releaseFuses } from '../../../../build/release/verify/fuses.ts';
import { verifyRelease } from '../../../../build/release/verify/verifyRelease.ts';
import type { Verdict } from '../../../../build/release/verify/verifyRelease.ts';
import {
  makeReleaseFolder,
  programWith,
  recordWith,
  signFolder,
} from '../../../support/releaseFolder.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(
  ...args: Parameters<typeof makeReleaseFolder>
): ReturnType<typeof makeReleaseFolder> {
  const made = makeReleaseFolder(...args);
  folders.push(made.folder);
  return made;
}

function reasonsOf(verdict: Verdict): string {
  return verdict.status === 'refused' ? verdict.reasons.join('\n') : 'verified';
}

const withoutNinth = Object.fromEntries(Object.entries(releaseFuses).slice(0, 8));
const testFuses = { ...releaseFuses, enableNodeCliInspectArguments: 'on' } as const;

describe('checking a release folder', () => {
  it('verifies one in which everything is as its signed list says', async () => {
    const { folder, publicKey } = makeFolder();

    const verdict = await verifyRelease(folder, publicKey);

    expect(reasonsOf(verdict)).toBe('verified');
    expect(verdict.status === 'verified' && verdict.found.join('\n')).toContain('Yandu 9.8.7');
  });

  it.each([
    [
      'an altered file',
      'release.json was altered',
      (at: string) => appendFileSync(join(at, 'release.json'), ' '),
    ],
    ['a missing file', 'fuses.json is missing', (at: string) => rmSync(join(at, 'fuses.json'))],
    [
      'an extra file',
      'reports/setup.exe does not belong',
      (at: string) => writeFileSync(join(at, 'reports', 'setup.exe'), 'x'),
    ],
    [
      'a link beside the files',
      'link does not belong',
      (at: string) => symlinkSync('release.json', join(at, 'link')),
    ],
    [
      'a renamed file',
      'is missing',
      (at: string) => renameSync(join(at, 'fuses.json'), join(at, 'fuse.json')),
    ],
    ['no list', 'no SHA256SUMS here', (at: string) => rmSync(join(at, 'SHA256SUMS'))],
    ['no signature', 'no SHA256SUMS.sig', (at: string) => rmSync(join(at, 'SHA256SUMS.sig'))],
    [
      'an altered list',
      'was not made by this key',
      (at: string) => appendFileSync(join(at, 'SHA256SUMS'), '\n'),
    ],
  ])('refuses %s', async (_, sentence, change) => {
    const { folder, publicKey } = makeFolder();
    change(folder);

    expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain(sentence);
  });

  it('refuses a folder with one bit turned in any of its files, and names the file', async () => {
    const { folder, publicKey } = makeFolder();
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(folder, path)).isFile(),
    );
    expect(paths).toHaveLength(8);
    for (const path of paths) {
      const whole = readFileSync(join(folder, path));
      const altered = Buffer.from(whole);
      const middle = altered.length >> 1;
      altered.writeUInt8(altered.readUInt8(middle) ^ 1, middle);
      writeFileSync(join(folder, path), altered);

      expect(reasonsOf(await verifyRelease(folder, publicKey))).toBe(
        path.startsWith('SHA256SUMS')
          ? "SHA256SUMS.sig was not made by this key for this SHA256SUMS: one of the three is not the project's."
          : `${path} was altered.`,
      );
      writeFileSync(join(folder, path), whole);
    }
    expect(reasonsOf(await verifyRelease(folder, publicKey))).toBe('verified');
  });

  it('says that it leaves the signature of GPG to GPG', async () => {
    const { folder, publicKey } = makeFolder();
    writeFileSync(join(folder, 'SHA256SUMS.asc'), 'whatever');
    const verdict = await verifyRelease(folder, publicKey);

    expect(verdict.status === 'verified' && verdict.found.at(-1)).toBe(
      'SHA256SUMS.asc was not looked at; "gpg --verify" does that.',
    );
  });

  it('refuses a folder whose list somebody else signed', async () => {
    const { folder, publicKey } = makeFolder();
    writeFileSync(join(folder, 'setup.exe'), 'another program');
    signFolder(folder);

    expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain('was not made by this key');
    expect(reasonsOf(await verifyRelease(folder, null))).toContain('name the public key');
  });

  it('refuses a key of another kind before it looks at anything', async () => {
    const { readPublicReleaseKey } =
      await import('../../../../build/release/verify/signChecksums.ts');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

    expect(() =>
      readPublicReleaseKey(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    ).toThrow('not an Ed25519 key');
  });

  it.each([
    ['a bill of materials without SQLite', 'sbom.cdx.json', billWithout('sqlite'), 'which sqlite'],
    ['a bill that is none', 'sbom.cdx.json', '[]', 'not a JSON object'],
    [
      'a network test that was not run',
      'reports/network.json',
      '{"status":"not run"}',
      '"not run"',
    ],
    ['a hardening test that failed', 'reports/hardening.json', '{"status":"failed"}', '"failed"'],
    ['unsigned files', 'release.json', recordWith({ profile: 'unsigned' }), 'no publisher’s'],
    [
      'one unsigned file',
      'release.json',
      recordWith({ artefacts: [{ file: 'fuses.json', signature: 'none' }] }),
      'fuses.json bears no publisher’s signature',
    ],
    ['no program', 'release.json', recordWith({ artefacts: [] }), 'holds no program'],
    [
      'a fuse that is not a release’s',
      'fuses.json',
      fusesFile({ ...releaseFuses, runAsNode: 'on' }),
      'fuse runAsNode is on and should be off',
    ],
    [
      'a program without the ninth fuse',
      'fuses.json',
      fusesFile(withoutNinth),
      'fuse wasmTrapHandlers is missing and should be on',
    ],
    [
      'a fuse nobody knows',
      'fuses.json',
      fusesFile({ ...releaseFuses, 'number 10': 'on' }),
      'fuse number 10 is on and should be unknown',
    ],
  ])('refuses %s, however well signed', async (_, path, bytes, sentence) => {
    const { folder, publicKey } = makeFolder({ [path]: bytes });

    expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain(sentence);
  });
});

describe('a test build', () => {
  const sentence = 'this is a TEST build';

  it('is refused by its name', async () => {
    const { folder, publicKey } = makeFolder({ 'yandu-TEST_1.0.0_amd64.deb': 'x' });

    expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain(sentence);
  });

  it('is refused by its own word', async () => {
    const { folder, publicKey } = makeFolder({ 'release.json': recordWith({ profile: 'test' }) });

    expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain(sentence);
  });

  it('is refused by the fuses written down for it', async () => {
    const { folder, publicKey } = makeFolder({ 'fuses.json': fusesFile(testFuses) });

    expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain(sentence);
  });

  it.each([['linux-unpacked/yandu'], ['win-unpacked/Yandu.exe']])(
    'is refused by the fuse in its program, whatever it is called (%s)',
    async (program) => {
      const { folder, publicKey } = makeFolder();
      mkdirSync(join(folder, program, '..', 'resources'), { recursive: true });
      writeFileSync(join(folder, program, '..', 'resources', 'app.asar'), 'x');
      writeFileSync(join(folder, program), programWith(testFuses));

      expect(reasonsOf(await verifyRelease(folder, publicKey))).toContain(sentence);
    },
  );
});

function billWithout(part: string): string {
  const components = ['electron', 'chromium', 'node', 'sqlite']
    .filter((name) => name !== part)
    .map((name) => ({ name, version: '1' }));
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });
}

function fusesFile(fuses: Readonly<Record<string, string>>): string {
  return JSON.stringify([{ file: 'linux-unpacked/yandu', fuses: [fuses] }]);
}
