import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseFuses } from '../../build/release/verify/fuses.ts';
import type { FuseTable } from '../../build/release/verify/fuses.ts';

export type ReleaseFolder = { readonly folder: string; readonly publicKey: KeyObject };

type Contents = Readonly<Record<string, string | Buffer>>;

/** A small folder that a release check accepts; `contents` replace or add files before it is signed. */
export function makeReleaseFolder(contents: Contents = {}): ReleaseFolder {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-release-'));
  mkdirSync(join(folder, 'reports'));
  const files: Contents = { ...goodContents(), ...contents };
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(folder, path), bytes);
  return { folder, publicKey: signFolder(folder) };
}

/** Writes SHA256SUMS as `sha256sum` would, and signs it with a new key. */
export function signFolder(folder: string): KeyObject {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('SHA256SUMS'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  const lines = paths.map((path) => {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    return `${sum}  ${path}\n`;
  });
  const list = Buffer.from(lines.join(''));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'SHA256SUMS'), list);
  writeFileSync(join(folder, 'SHA256SUMS.sig'), sign(null, list, privateKey));
  return publicKey;
}

/** Bytes in which a fuse reader finds this table, as in a real program. */
export function programWith(fuses: FuseTable): Buffer {
  const states = Object.values(fuses).map((state) => (state === 'on' ? '1' : '0'));
  return Buffer.concat([
    Buffer.alloc(1000, 'x'),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, states.length]),
    Buffer.from(states.join('')),
    Buffer.alloc(1000, 'y'),
  ]);
}

/** release.json with some of its words changed. */
export function recordWith(changed: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    format: 1,
    name: 'Yandu',
    version: '9.8.7',
    profile: 'release',
    artefacts: [{ file: 'Yandu-9.8.7-linux-x86_64.AppImage', signature: 'GPG' }],
    notMade: [],
    ...changed,
  });
}

function goodContents(): Contents {
  const parts = ['electron', 'chromium', 'node', 'sqlite'];
  return {
    'Yandu-9.8.7-linux-x86_64.AppImage': 'the program',
    'release.json': recordWith({}),
    'fuses.json': JSON.stringify([{ file: 'linux-unpacked/yandu', fuses: [releaseFuses] }]),
    'sbom.cdx.json': JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: parts.map((name) => ({ type: 'library', name, version: '1.2.3' })),
    }),
    'reports/network.json': '{ "status": "passed" }',
    'reports/hardening.json': '{ "status": "passed" }',
  };
}
