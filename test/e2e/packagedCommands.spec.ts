// What the installed program does in a terminal: as an ordinary user, without a screen.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { CHECK_KEY } from '../../electron/db/briefing/briefingCheck.ts';
import { migrate } from '../../electron/db/briefing/migrate.ts';
import { putSetting } from '../../electron/db/briefing/setting.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { briefingCheckSchema, type BriefingCheck } from '../../shared/ipc/upkeep.ts';
import { HOME_NAME, installPackagedYandu, type PackagedYandu } from '../support/packagedYandu.ts';
import { fillTestPack } from '../support/testBriefing.ts';

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

test('a pack that may not be read, or a policy that hides where the data are, is told from a bad pack', () => {
  test.skip(
    process.getuid?.() !== 0,
    'only root can make a folder that the program may not look into',
  );
  const closed = mkdtempSync(join(installed.homeFolder, 'closed-'));
  const refused = installed.run('--verify-pack', join(closed, 'a.yandu'));
  const policy = join(installed.homeFolder, 'policy.json');
  writeFileSync(policy, '{ "version": 1, "dataFolder": 5 }');
  const undecided = installed.run(`--policy=${policy}`, '--verify-pack', join(closed, 'a.yandu'));

  expect(refused).toMatchObject({ exitCode: 1, output: '' });
  expect(refused.errors).toContain('无法读取 a.yandu');
  expect(undecided).toMatchObject({ exitCode: 1, output: '' });
  expect(undecided.errors).toContain('policy.json is broken (dataFolder is not valid)');
});

test('every command serves an account that this computer has no name for', () => {
  test.skip(process.getuid?.() !== 0, 'only root can be somebody else');
  const shipped = join(installed.programFolder, 'resources', 'briefing.yandu');
  for (const command of [['--version'], ['--verify-pack', shipped], ['--self-test']]) {
    const { exitCode, errors } = installed.runAsUnknown(...command);
    expect({ command, exitCode, isFault: errors.includes('"fault"') }).toEqual({
      command,
      exitCode: 0,
      isFault: false,
    });
  }
});

test('an answer that cannot be written is no good answer', () => {
  const { exitCode, errors } = installed.run('--export-diagnostics', '/nowhere/diagnostics.json');

  expect(exitCode).toBe(1);
  expect(errors).toContain('无法写入 diagnostics.json');
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

test('--export-diagnostics tells when a briefing was last looked through, and what came of it', () => {
  const folder = join(installed.homeFolder, 'checked');
  mkdirSync(folder);
  const lastCheck = briefingCheckSchema.parse({ at: '2026-11-20T08:30:00.000Z', isSound: false });
  writeCheckedBriefing(join(folder, 'briefing.yandu'), lastCheck);
  const file = join(installed.exportFolder, 'checked.json');
  const { exitCode } = installed.run(`--data-folder=${folder}`, '--export-diagnostics', file);

  expect(exitCode).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    briefings: [{ status: 'sound', lastCheck }],
  });
});

function writeCheckedBriefing(path: string, lastCheck: BriefingCheck): void {
  const db = new Database(path);
  fillTestPack(db, []);
  putSetting(migrate(db, migrations), CHECK_KEY, lastCheck);
  db.close();
}

test('a command asked for wrongly is refused with how to ask', () => {
  const { exitCode, errors } = installed.run('--verify-pack');

  expect(exitCode).toBe(78);
  expect(errors).toContain('研读不接受参数 --verify-pack');
  expect(errors).toContain('--export-diagnostics FILE');
});
