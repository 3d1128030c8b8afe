// What the installed program does in a terminal: as an ordinary user, without a screen.
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { HOME_NAME, installPackagedYandu, type PackagedYandu } from '../support/packagedYandu.ts';

let installed: PackagedYandu;
test.beforeAll(() => {
  installed = installPackagedYandu();
});
test.afterAll(() => {
  installed.remove();
});

test('--version names the program and what it runs on', () => {
  const { exitCode, output } = installed.run('--version');

  expect(exitCode).toBe(0);
  expect(output).toMatch(/^Yandu \d+\.\d+\.\d+ \(test\)\nElectron \d+/);
  expect(output).toMatch(/pack SHA-256 [0-9a-f]{64}/);
});

test('--self-test opens, writes, reads and checks, and leaves nothing behind', () => {
  const { exitCode, output } = installed.run('--self-test');

  const report = z
    .object({ ok: z.boolean(), steps: z.array(z.object({ name: z.string(), ok: z.boolean() })) })
    .parse(JSON.parse(output));
  expect(report.ok).toBe(true);
  expect(report.steps).toHaveLength(7);
  expect(exitCode).toBe(0);
  expect(readdirSync(installed.temporaryFolder)).toEqual([]);
  expect(readdirSync(installed.dataFolder)).toEqual([]);
});

test('--self-test fails where the pack is not the one that was shipped', () => {
  const pack = join(installed.programFolder, 'resources', 'briefing.yandu');
  const bytes = readFileSync(pack);
  const altered = Buffer.from(bytes);
  altered.writeUInt8(altered.readUInt8(200_000) ^ 1, 200_000);
  writeFileSync(pack, altered);
  const { exitCode, output } = installed.run('--self-test');
  writeFileSync(pack, bytes);

  expect(exitCode).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ ok: false, steps: [{ ok: false }] });
});

test('--verify-pack says whether this machine takes a pack, and why not', () => {
  const shipped = join(installed.programFolder, 'resources', 'briefing.yandu');
  const taken = installed.run('--verify-pack', shipped);
  const altered = join(installed.homeFolder, 'altered.yandu');
  cpSync(shipped, altered);
  writeFileSync(altered, 'x', { flag: 'a' });
  const refused = installed.run(`--verify-pack=${altered}`);
  const missing = installed.run('--verify-pack', 'nowhere.yandu');

  expect(taken).toMatchObject({ exitCode: 0 });
  expect(taken.output).toContain('the pack that came with this program');
  expect(refused).toMatchObject({ exitCode: 1, output: '' });
  expect(refused.errors).toContain('内容包 altered.yandu 没有签名');
  expect(missing).toMatchObject({ exitCode: 1 });
  expect(missing.errors).toContain('找不到 nowhere.yandu');
});

test('--export-diagnostics tells the state of the program and no one’s name', () => {
  // Where the tests run as root this is root's own, and the program may not look into it.
  const folder = mkdtempSync(join(installed.homeFolder, 'data-'));
  const file = join(installed.exportFolder, 'diagnostics.json');
  const { exitCode } = installed.run(`--data-folder=${folder}`, '--export-diagnostics', file);

  expect(exitCode).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    program: { build: 'test' },
    policy: { status: 'absent' },
    briefings: [],
    backups: { count: 0 },
    log: [],
  });
  expect(text).not.toContain(HOME_NAME);
  expect(text).not.toContain('nobody');
});

test('a command asked for wrongly is refused with how to ask', () => {
  const { exitCode, errors } = installed.run('--verify-pack');

  expect(exitCode).toBe(78);
  expect(errors).toContain('研读不接受参数 --verify-pack');
  expect(errors).toContain('--export-diagnostics FILE');
});
