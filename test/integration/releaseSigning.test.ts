// The signing hooks with certificates made for the test, and the verdict of programs no one here wrote.
import { generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { signWithGpg, verifyWithGpg } from '../../build/release/signing/gpg.ts';
import { sign as signWindows } from '../../build/release/signing/signWindows.ts';
import { verifyAuthenticode } from '../../build/release/signing/verifyAuthenticode.ts';
import { writeChecksums } from '../../build/release/writeChecksums.ts';
import { runTool } from '../support/outsideTools.ts';
import { makeTestCertificate, type TestCertificate } from '../support/testCertificate.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-signing-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe.runIf(process.platform === 'linux')('a Windows program signed elsewhere', () => {
  // A program for Windows that is installed with the build's own tools.
  const unsigned = resolve(
    import.meta.dirname,
    '../../node_modules/electron-winstaller/vendor/rcedit.exe',
  );
  let publisher: TestCertificate;
  let stranger: TestCertificate;

  beforeAll(() => {
    publisher = makeTestCertificate(folder, 'publisher');
    stranger = makeTestCertificate(folder, 'stranger');
  });

  async function makeSigned(): Promise<string> {
    vi.stubEnv('WIN_CSC_LINK', publisher.pfx);
    vi.stubEnv('WIN_CSC_KEY_PASSWORD', publisher.password);
    vi.stubEnv('YANDU_WINDOWS_CA', publisher.root);
    const file = join(folder, 'signed.exe');
    copyFileSync(unsigned, file);
    await signWindows({ path: file });
    return file;
  }

  it('bears a signature that belongs to its bytes', async () => {
    const file = await makeSigned();

    await expect(verifyAuthenticode(file)).resolves.toBeUndefined();
    expect(readFileSync(file).length).toBeGreaterThan(readFileSync(unsigned).length);
  });

  it('no longer verifies when one bit of it is turned', async () => {
    const file = await makeSigned();
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);

    await expect(verifyAuthenticode(file)).rejects.toThrow('bears no valid signature');
  });

  it('does not verify without a signature, or against the root of somebody else', async () => {
    const file = await makeSigned();

    await expect(verifyAuthenticode(unsigned)).rejects.toThrow('bears no valid signature');
    vi.stubEnv('YANDU_WINDOWS_CA', stranger.root);
    await expect(verifyAuthenticode(file)).rejects.toThrow('bears no valid signature');
  });

  it('stays as it was when it cannot be signed', async () => {
    vi.stubEnv('WIN_CSC_LINK', publisher.pfx);
    vi.stubEnv('WIN_CSC_KEY_PASSWORD', 'another password');
    const file = join(folder, 'untouched.exe');
    copyFileSync(unsigned, file);

    await expect(signWindows({ path: file })).rejects.toThrow('could not sign');
    expect(readFileSync(file).equals(readFileSync(unsigned))).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('a package signed with GPG', () => {
  let ours = '';
  let strangers = '';
  let file = '';

  beforeAll(() => {
    // A socket's path must be short; gpg-agent puts one there.
    const home = mkdtempSync(join(tmpdir(), 'gpg-'));
    process.env['GNUPGHOME'] = home;
    ours = makeGpgKey('publisher@example.invalid');
    strangers = makeGpgKey('stranger@example.invalid');
    file = join(folder, 'package.deb');
  });
  afterAll(() => {
    runTool('gpgconf', ['--kill', 'all']);
    rmSync(process.env['GNUPGHOME'] ?? '', { recursive: true, force: true });
    delete process.env['GNUPGHOME'];
  });

  it('verifies, and no longer when a byte is added', async () => {
    writeFileSync(file, 'a package');
    await signWithGpg(file, ours);

    await expect(verifyWithGpg(file, ours)).resolves.toBeUndefined();
    appendFileSync(file, ' ');
    await expect(verifyWithGpg(file, ours)).rejects.toThrow('is not this key');
  });

  it('does not verify with a good signature of another key in the keyring', async () => {
    writeFileSync(file, 'a package');
    await signWithGpg(file, strangers);

    await expect(verifyWithGpg(file, ours)).rejects.toThrow('is not this key');
  });

  it('says so when there is no such key to sign with', async () => {
    writeFileSync(file, 'a package');

    await expect(signWithGpg(file, '0'.repeat(40))).rejects.toThrow('could not sign');
  });
});

describe.runIf(process.platform === 'linux')('the list of checksums', () => {
  it('is read by sha256sum, and its Ed25519 signature by openssl', async () => {
    const release = join(folder, 'release');
    mkdirSync(join(release, 'reports'), { recursive: true });
    writeFileSync(join(release, 'Yandu setup.exe'), 'a program');
    writeFileSync(join(release, 'reports', 'network.json'), '{}');
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = join(folder, 'release-key.txt');
    const publicFile = join(folder, 'release-key-public.txt');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }));

    await writeChecksums(release, { releaseKey: key, gpgKey: null });

    const list = join(release, 'SHA256SUMS');
    expect(
      runTool('sh', ['-c', 'cd "$1" && sha256sum --strict -c SHA256SUMS', 'sh', release]),
    ).toBe('Yandu setup.exe: OK\nreports/network.json: OK\n');
    const verify = ['pkeyutl', '-verify', '-pubin', '-inkey', publicFile, '-rawin', '-in', list];
    const signature = ['-sigfile', join(release, 'SHA256SUMS.sig')];
    expect(runTool('openssl', [...verify, ...signature])).toContain('Verified Successfully');
    appendFileSync(list, '\n');
    expect(() => runTool('openssl', [...verify, ...signature])).toThrow();
  });
});

/** Its fingerprint. */
function makeGpgKey(address: string): string {
  const quiet = ['--batch', '--passphrase', '', '--pinentry-mode', 'loopback'];
  runTool('gpg', [...quiet, '--quick-generate-key', address, 'ed25519', 'sign', '1d']);
  const listed = runTool('gpg', ['--batch', '--with-colons', '--list-keys', address]);
  const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1];
  if (fingerprint === undefined) throw new Error(`gpg made no key: ${listed}`);
  return fingerprint;
}
