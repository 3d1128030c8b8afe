import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { makeKeyPair, publicKeyPath } from '../../build/pack/sign/keyPair.ts';
import { makeEdition } from '../support/makeEdition.ts';
import { listRendererProcesses } from '../support/packagedYandu.ts';
import { findTourAgain, takeTour, type TourArgs } from '../support/takeTour.ts';
import { mountCleanRoot, reader, type CleanRoot } from './cleanRoot.ts';
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

const trustFolder = '/etc/yandu/trust.d';

let clean: CleanRoot;
let machine: CleanMachine;
let tour: TourArgs;
let office: OfficePack;
let before: ReadonlySet<string> = new Set();

test.beforeAll(() => {
  clean = mountCleanRoot(given.system);
  machine = cleanMachine(clean);
  tour = {
    ...machine,
    pictureFolder: resolve(import.meta.dirname, '../../out/tour-installed'),
    say: () => undefined,
  };
  office = makeOfficePack(clean.outside);
  // The admin's own, before and after the program.
  machine.run('mkdir', '-p', trustFolder);
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

test('takes a pack that a key of the admin has signed, from a double click on it', async () => {
  copyFileSync(office.publicKey, join(clean.root, trustFolder, '办公室.pem'));
  machine.download(office.pack);
  machine.download(`${office.pack}.sig`);

  const { app, window } = await machine.openFile(basename(office.pack));
  const report = window.getByRole('dialog', { name: '内容包已装入' });
  await expect(report).toContainText('《读书会材料》2026.1');
  await expect(report).toContainText('办公室 签于 2026-11-20');
  await report.getByRole('button', { name: '完成' }).click();
  await expect(window.getByText('会议每月举行一次')).toBeVisible();
  await expect(
    window.getByRole('button', { name: '内容包 2026.1 · 办公室 签于 2026-11-20' }),
  ).toBeVisible();
  await app.close();
});

test('believes no key that the reader could have put there, and says so', async () => {
  machine.run('chown', reader.name, trustFolder);

  const { app, window } = await machine.launch();
  await expect(window.getByText('会议每月举行一次')).toBeVisible();
  await window.getByRole('button', { name: /^内容包 .* 已不受信任$/ }).click();
  await expect(window.getByRole('dialog', { name: '内容包', exact: true })).toContainText(
    `以下公钥或文件夹除管理员外还有人可以改动，或不是 Ed25519 公钥，没有采用：${trustFolder}`,
  );
  await app.close();
  machine.run('rm', join(trustFolder, '办公室.pem'));
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

type OfficePack = { readonly pack: string; readonly publicKey: string };

/** A pack that an office signs with a key of its own. */
function makeOfficePack(folder: string): OfficePack {
  const key = join(folder, 'office.pem');
  makeKeyPair(key);
  const pack = makeEdition(folder, {
    packId: 'club',
    title: '读书会材料',
    version: 1,
    documents: { club: ['章程', '第一章 会议\n\n会议每月举行一次，由主任召集。\n'] },
    key,
  });
  return { pack, publicKey: publicKeyPath(key) };
}
