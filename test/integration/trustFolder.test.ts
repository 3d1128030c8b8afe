import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { readTrustFolder } from '../../electron/packs/trustedKeys.ts';

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
});
