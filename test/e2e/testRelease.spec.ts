// What a release holds, made out of the test build by the same steps (build/release/makeTestRelease.ts).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { readFuses, releaseFuses } from '../../build/release/verify/fuses.ts';
import { readAsarHashes } from '../support/readAsar.ts';

const testBuild = resolve(import.meta.dirname, '../../out/test-build');
const release = join(testBuild, 'release-TEST');
const program = join(testBuild, 'linux-unpacked');
const asRelease = join(testBuild, 'as-release-TEST', 'linux-unpacked');

const billSchema = z.object({
  components: z.array(
    z.object({ name: z.string(), group: z.string().optional(), version: z.string() }),
  ),
});

test('names in its bill of materials what is really running', () => {
  const versions = z
    .object({ electron: z.string() })
    .parse(JSON.parse(readFileSync(join(release, 'release.json'), 'utf8')));
  const { components } = billSchema.parse(JSON.parse(readBill()));
  const names = components.map(({ name, group }) =>
    group === undefined ? name : `${group}/${name}`,
  );

  for (const part of [
    'chromium',
    'node',
    'v8',
    'sqlite',
    'better-sqlite3',
    'react',
    'flexsearch',
  ]) {
    expect(names).toContain(part);
  }
  expect(names).toContain('@fontsource-variable/noto-serif-sc');
  // Tools of the build are not in the program.
  for (const tool of ['electron-builder', 'vitest', 'typescript'])
    expect(names).not.toContain(tool);
  expect(components.find(({ name }) => name === 'electron')?.version).toBe(versions.electron);
});

test('carries the licence of everything in the bill, and the guide, in the program itself', () => {
  const resources = join(program, 'resources');
  const licences = readFileSync(join(resources, 'licences', 'licences.txt'), 'utf8');
  const { components } = billSchema.parse(JSON.parse(readBill()));

  for (const { name, version } of components.filter((one) => one.name !== 'v8')) {
    expect(licences.toLowerCase()).toContain(`${name} ${version}`.toLowerCase());
  }
  for (const file of [
    'licences/LICENSE.txt',
    'admin/admin-guide.zh.md',
    'admin/admin-guide.en.md',
  ]) {
    expect(existsSync(join(resources, file))).toBe(true);
  }
  expect(existsSync(join(program, 'LICENSES.chromium.html'))).toBe(true);
});

test('reads its fuses as the makers of Electron do', async () => {
  const [ours] = await readFuses(join(program, 'yandu-TEST'));
  const { version, ...theirs } = await getCurrentFuseWire(join(program, 'yandu-TEST'));

  expect(version).toBe('1');
  const states = Object.values(theirs).filter((state) => typeof state === 'number');
  expect(Object.values(ours ?? {})).toEqual(
    states.map((state) => (String.fromCharCode(state) === '1' ? 'on' : 'off')),
  );
});

test('differs from a release in one byte of the program and one constant, and in nothing else', async () => {
  const files = listFiles(program);
  expect(listFiles(asRelease)).toEqual(files);
  const different = files.filter((file) => !read(program, file).equals(read(asRelease, file)));
  expect(different).toEqual(['resources/app.asar', 'yandu-TEST']);

  const bytes = read(program, 'yandu-TEST');
  const bytesOfRelease = read(asRelease, 'yandu-TEST');
  expect(bytesOfRelease.length).toBe(bytes.length);
  expect(countDifferent(bytes, bytesOfRelease)).toBe(1);
  const [fuses] = await readFuses(join(program, 'yandu-TEST'));
  const [fusesOfRelease] = await readFuses(join(asRelease, 'yandu-TEST'));
  expect(releaseFuses).toMatchObject(fusesOfRelease ?? { none: 'read' });
  expect(fuses).toEqual({ ...fusesOfRelease, enableNodeCliInspectArguments: 'on' });

  const archive = readAsarHashes(join(program, 'resources', 'app.asar'));
  const archiveOfRelease = readAsarHashes(join(asRelease, 'resources', 'app.asar'));
  expect([...archiveOfRelease.keys()]).toEqual([...archive.keys()]);
  const changed = [...archive].filter(([path, hash]) => archiveOfRelease.get(path) !== hash);
  expect(changed.map(([path]) => path)).toEqual(['/buildKind.cjs']);
});

test('is refused by the check that is in it, on a machine that has Node alone', () => {
  const verifier = join(release, 'verify-release.mjs');
  const { status, stderr } = spawnSync(process.execPath, [verifier, release], {
    encoding: 'utf8',
    cwd: '/',
    env: {},
  });

  expect(status).toBe(1);
  expect(stderr).toContain('this is a TEST build');
});

test('holds a package that dpkg reads, with TEST in its name and nothing weakened', () => {
  const deb = /\S+\.deb$/m.exec(readFileSync(join(release, 'SHA256SUMS'), 'utf8'))?.[0] ?? '';
  expect(deb).toContain('TEST');
  const read = (...args: readonly string[]): string =>
    execFileSync('dpkg-deb', [...args, join(release, deb)], { encoding: 'utf8' });

  expect(read('--field')).toContain('Package: yandu-test');
  const contents = read('--contents').split('\n');
  const setUserId = contents.filter((line) => /^...s/.test(line));
  const writable = contents.filter((line) => /^[^l].{7}w/.test(line));
  const notRoots = contents.filter((line) => line !== '' && !line.includes(' root/root '));
  expect([...setUserId, ...writable, ...notRoots]).toEqual([]);
  expect(contents.join('\n')).not.toContain('no-sandbox');
});

function readBill(): string {
  return readFileSync(join(release, 'sbom.cdx.json'), 'utf8');
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

function read(folder: string, file: string): Buffer {
  return readFileSync(join(folder, file));
}

function countDifferent(one: Buffer, other: Buffer): number {
  const step = 65_536;
  let count = 0;
  for (let at = 0; at < one.length; at += step) {
    if (one.subarray(at, at + step).equals(other.subarray(at, at + step))) continue;
    for (let byte = at; byte < Math.min(at + step, one.length); byte += 1) {
      if (one[byte] !== other[byte]) count += 1;
    }
  }
  return count;
}
