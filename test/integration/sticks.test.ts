// A pack on a stick that is pulled out, written to, or larger than the disk it is copied to.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeKeyPair } from '../../build/pack/sign/keyPair.ts';
import { copyChecked, type PackCopy } from '../../electron/packs/copyChecked.ts';
import { parseSignatureFile } from '../../shared/packs/signatureFile.ts';
import type { PackManifest } from '../../shared/packs/packManifest.ts';
import type { Checked } from '../../shared/packs/packReport.ts';
import { makeEdition } from '../support/makeEdition.ts';

let root = '';
let pack = '';
let manifest: PackManifest;
let folder = '';
let stick = '';
let staging = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yandu-sticks-'));
  const key = join(root, 'publisher.pem');
  makeKeyPair(key);
  pack = makeEdition(root, { version: 1, documents: { rules: ['办法', '第一条　试行。\n'] }, key });
  const signature = parseSignatureFile(readFileSync(`${pack}.sig`, 'utf8'));
  if (signature.status !== 'parsed') throw new Error(signature.status);
  ({ manifest } = signature.file);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  stick = join(folder, 'stick.yandu');
  staging = join(folder, 'incoming.yandu.partial');
  // What stands behind it comes while it is read, like the sectors of a stick.
  execFileSync('mkfifo', [stick]);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Copies what a shell writes into the stick. */
function copyWhile(shell: string): Checked<PackCopy> {
  const writer = spawn('sh', ['-c', shell, 'sh', pack, stick], { stdio: 'ignore' });
  try {
    const onShare = () => undefined;
    return copyChecked({
      packPath: stick,
      stagingPath: staging,
      manifest,
      maxBytes: 1e9,
      onShare,
    });
  } finally {
    writer.kill();
  }
}

it('takes what comes in its time and is the pack', () => {
  const copied = copyWhile('{ head -c 70000 "$1"; sleep 0.1; tail -c +70001 "$1"; } > "$2"');

  expect(copied).toMatchObject({ status: 'passed', value: { sha256: manifest.sha256 } });
  expect(readFileSync(staging).equals(readFileSync(pack))).toBe(true);
});

it('says that a pack is incomplete when its stick is pulled out on the way', () => {
  expect(copyWhile('head -c 70000 "$1" > "$2"')).toMatchObject({
    status: 'refused',
    code: 'truncated',
  });
});

it('says that a pack was altered when it changes while it is copied', () => {
  const changed = copyWhile('{ head -c 70000 "$1"; tail -c +70001 "$1" | tr e f; } > "$2"');
  expect(changed).toMatchObject({ status: 'refused', code: 'altered' });
  rmSync(staging);

  const longer = copyWhile('{ cat "$1"; echo more; } > "$2"');
  expect(longer).toMatchObject({ status: 'refused', code: 'altered' });
});

const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0;

it.skipIf(!canMount)('says that the disk is full, and leaves no half of a pack on it', () => {
  const child = fileURLToPath(new URL('../support/children/copyToFullDisk.ts', import.meta.url));
  const disk = join(folder, 'disk');
  const script = 'mkdir "$1" && mount -t tmpfs -o size=64k tmpfs "$1" && exec "$2" "$3" "$4" "$1"';
  const { stdout, stderr } = spawnSync(
    'unshare',
    [
      '--mount',
      '--propagation',
      'private',
      'sh',
      '-c',
      script,
      'sh',
      disk,
      process.execPath,
      child,
      pack,
    ],
    { encoding: 'utf8' },
  );

  expect(stderr).toBe('');
  expect(statSync(pack).size).toBeGreaterThan(64 * 1024);
  expect(JSON.parse(stdout)).toEqual({
    copied: { status: 'refused', code: 'disk_full', detail: { file: 'rules-1.yandu' } },
    installed: { ok: false, code: 'disk_full', detail: {} },
    left: [],
  });
});
