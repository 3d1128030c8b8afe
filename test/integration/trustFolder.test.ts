import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { readTrustFolder, type TrustFolder } from '../../electron/packs/trustedKeys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-trust-'));
  makeKeyPair(join(folder, 'publisher.pem'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the trust folder of a machine', () => {
  /** As an ordinary user would make it: a folder and a key of their own. */
  function makeOwnFolder(): string {
    const trust = join(folder, 'trust.d');
    mkdirSync(trust);
    const key = join(trust, 'publisher.pem');
    copyFileSync(join(folder, 'publisher.pub.pem'), key);
    if (process.getuid?.() === 0) for (const path of [key, trust]) chownSync(path, 65_534, 65_534);
    return trust;
  }

  it.skipIf(process.platform === 'win32')('is not believed when a user owns it', () => {
    const trust = makeOwnFolder();
    expect(readTrustFolder(trust, { adminOnly: true })).toEqual({ keys: [], ignored: [trust] });
  });

  /** Root reads whatever its modes say. */
  function asNobody<Value>(read: () => Value): Value {
    if (process.getuid?.() !== 0) return read();
    process.seteuid?.(65_534);
    try {
      return read();
    } finally {
      process.seteuid?.(0);
    }
  }

  it.skipIf(process.platform === 'win32')('trusts nothing that cannot be read, and says so', () => {
    const trust = makeOwnFolder();
    const key = join(trust, 'publisher.pem');
    copyFileSync(key, join(trust, 'readable.pem'));
    chmodSync(folder, 0o755);
    chmodSync(key, 0o000);
    const read = () => asNobody(() => readTrustFolder(trust, { adminOnly: false }));

    const some = read();
    chmodSync(trust, 0o000);
    const none = read();
    chmodSync(trust, 0o755);
    chmodSync(folder, 0o000);
    const unseen = read();
    chmodSync(folder, 0o755);

    expect(some.keys.map(({ name }) => name)).toEqual(['readable']);
    expect(some.ignored).toEqual([key]);
    expect(none).toEqual({ keys: [], ignored: [trust] });
    expect(unseen).toEqual({ keys: [], ignored: [trust] });
  });

  it.skipIf(process.getuid?.() !== 0)("is believed file by file when it is root's", () => {
    const trust = makeOwnFolder();
    const key = join(trust, 'publisher.pem');
    chownSync(trust, 0, 0);
    expect(readTrustFolder(trust, { adminOnly: true })).toEqual({ keys: [], ignored: [key] });
    chownSync(key, 0, 0);
    chmodSync(key, 0o666);
    expect(readTrustFolder(trust, { adminOnly: true }).keys).toEqual([]);
    chmodSync(key, 0o644);
    expect(readTrustFolder(trust, { adminOnly: true }).keys).toHaveLength(1);
    chmodSync(trust, 0o777);
    expect(readTrustFolder(trust, { adminOnly: true })).toEqual({ keys: [], ignored: [trust] });
  });

  /** As a program on Windows, which tries to write. */
  const onWindows = (trust: string): TrustFolder =>
    readTrustFolder(trust, { adminOnly: true, platform: 'win32' });

  it('is not believed on Windows when whoever runs the program can add to it', () => {
    const trust = makeOwnFolder();

    expect(onWindows(trust)).toEqual({ keys: [], ignored: [trust] });
    expect(readdirSync(trust)).toEqual(['publisher.pem']);
  });

  // Root can write whatever its modes say.
  it.skipIf(process.getuid?.() === 0)(
    'believes no key on Windows that whoever runs the program made',
    () => {
      const trust = makeOwnFolder();
      const key = join(trust, 'publisher.pem');
      const writable = join(folder, 'writable');
      cpSync(trust, writable, { recursive: true });
      chmodSync(key, 0o444);
      chmodSync(trust, 0o555);
      chmodSync(writable, 0o555);
      try {
        // A key of one's own, be it marked as not to be written.
        expect(onWindows(trust).keys).toEqual([]);
        expect(onWindows(writable)).toEqual({
          keys: [],
          ignored: [join(writable, 'publisher.pem')],
        });
      } finally {
        for (const path of [trust, writable]) chmodSync(path, 0o755);
      }
    },
  );
});
