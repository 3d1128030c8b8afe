// What a release holds, made out of the test build by the same steps (build/release/makeTestRelease.ts).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { readFuses } from '../../build/release/verify/fuses.ts';

const testBuild = resolve(import.meta.dirname, '../../out/test-build');
const release = join(testBuild, 'release-TEST');
const program = join(testBuild, 'linux-unpacked');

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
