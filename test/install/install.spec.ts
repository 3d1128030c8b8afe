import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { listRendererProcesses } from '../support/packagedYandu.ts';
import { findTourAgain, takeTour, type TourArgs } from '../support/takeTour.ts';
import { mountCleanRoot, type CleanRoot } from './cleanRoot.ts';
import { cleanMachine, type CleanMachine } from './installedYandu.ts';

const given = z
  .object({
    system: z.string(),
    older: z.string(),
    olderVersion: z.string(),
    newer: z.string(),
    newerVersion: z.string(),
  })
  .parse(JSON.parse(process.env['YANDU_INSTALL_TEST'] ?? 'null'));

let clean: CleanRoot;
let machine: CleanMachine;
let tour: TourArgs;
let before: ReadonlySet<string> = new Set();

test.beforeAll(() => {
  clean = mountCleanRoot(given.system);
  machine = cleanMachine(clean);
  tour = {
    ...machine,
    pictureFolder: resolve(import.meta.dirname, '../../out/tour-installed'),
    say: () => undefined,
  };
  before = new Set(machine.listSystem());
});
test.afterAll(() => {
  clean.unmount();
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test('installs without fetching anything, as root’s and unchanged', () => {
  machine.install(given.older);

  expect(machine.run('dpkg-query', '-W', '-f', '${db:Status-Status}', 'yandu-test')).toBe(
    'installed',
  );
  expect(machine.run('dpkg', '-V', 'yandu-test')).toBe('');
  for (const path of programFiles(machine)) {
    const { uid, gid, mode } = statSync(join(clean.root, path));
    expect({ path, uid, gid, writable: mode & 0o022 }).toEqual({
      path,
      uid: 0,
      gid: 0,
      writable: 0,
    });
  }
  expect(readFileSync(join(clean.root, 'usr/share/mime/globs2'), 'utf8')).toContain(
    'application/x-yandu:*.yandu',
  );
  expect(
    readFileSync(join(clean.root, 'usr/share/applications/yandu-TEST.desktop'), 'utf8'),
  ).toContain('MimeType=application/x-yandu;x-scheme-handler/yandu;');
});

test('answers in a terminal that it works', () => {
  expect(machine.ask('--version')).toContain(`Yandu ${given.olderVersion} `);
  expect(JSON.parse(machine.ask('--self-test'))).toMatchObject({ ok: true });
});

test('takes a facilitator the whole way, as an ordinary user with the sandbox on', async () => {
  const { app, window } = await machine.launch();
  await expect(window.getByRole('dialog')).toBeVisible();
  const renderers = listRendererProcesses();
  await app.close();

  expect(renderers.length).toBeGreaterThan(0);
  for (const { uid, seccomp } of renderers) {
    expect(uid).toBe(1000);
    expect(seccomp).toBe(2);
  }
  await takeTour(tour);
});

test('is upgraded to a newer version without losing a note', async () => {
  machine.install(given.newer);

  expect(machine.run('dpkg', '-V', 'yandu-test')).toBe('');
  const { app, window } = await machine.launch();
  await expect(window.getByRole('dialog')).toHaveCount(0);
  const version = await app.evaluate((electron) => electron.app.getVersion());
  await app.close();
  expect(version).toBe(given.newerVersion);
  await findTourAgain(tour);
});

test('leaves what the reader made when it is removed, and nothing else', () => {
  const made = readdirSync(machine.dataFolder).sort();
  machine.run('dpkg', '--purge', 'yandu-test');

  expect(made).toContain('briefing.yandu');
  expect(readdirSync(machine.dataFolder).sort()).toEqual(made);
  expect(machine.listSystem().filter((path) => !before.has(path))).toEqual([]);
});

function programFiles({ run }: CleanMachine): readonly string[] {
  return run('dpkg', '-L', 'yandu-test')
    .split('\n')
    .filter((path) => path.startsWith('/opt/'));
}
