// The program as it is installed, run by an ordinary user with Chromium's sandbox on.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { installPackagedYandu, listRendererProcesses } from '../support/packagedYandu.ts';
import { takeTour } from '../support/takeTour.ts';

const unpacked = resolve(import.meta.dirname, '../../out/test-build/linux-unpacked');

test('runs sandboxed as an ordinary user, from an archive, with its own pack', async () => {
  const installed = installPackagedYandu();
  try {
    const { app, window } = await installed.launch(installed);
    await expect(window.getByRole('navigation', { name: '文库与目录' })).toBeVisible();

    const isPackaged = await app.evaluate((electron) => electron.app.isPackaged);
    const renderers = listRendererProcesses();
    await app.close();

    expect(isPackaged).toBe(true);
    expect(renderers.length).toBeGreaterThan(0);
    for (const { uid, seccomp } of renderers) {
      expect(uid).not.toBe(0);
      expect(seccomp).toBe(2);
    }
  } finally {
    installed.remove();
  }
});

test('takes a facilitator the whole way', async () => {
  const installed = installPackagedYandu();
  try {
    await takeTour({
      ...installed,
      pictureFolder: resolve(import.meta.dirname, '../../out/tour-packaged'),
      say: () => undefined,
    });
  } finally {
    installed.remove();
  }
});

test('carries no file that would run in place of the archive', () => {
  expect(existsSync(join(unpacked, 'resources', 'app.asar'))).toBe(true);
  expect(existsSync(join(unpacked, 'resources', 'app'))).toBe(false);
  expect(existsSync(join(unpacked, 'resources', 'default_app.asar'))).toBe(false);
});

test('has every fuse as the release has it, but the one that lets a test in', async () => {
  const wire = await getCurrentFuseWire(join(unpacked, 'yandu-TEST'));

  const { version, ...states } = wire;
  expect(version).toBe('1');
  const on = FuseState.ENABLE;
  const off = FuseState.DISABLE;
  const expected: Readonly<Record<number, FuseState>> = {
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    // On here, so that Playwright can start it; off in a release (electron-builder.yml).
    [FuseV1Options.EnableNodeCliInspectArguments]: on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  };
  // The ninth came later than the substitute Electron and is on by default; a tenth must be looked at.
  const wasmTrapHandlers = FuseV1Options.WasmTrapHandlers;
  const hasNinth = wasmTrapHandlers in states;
  expect(states).toEqual(hasNinth ? { ...expected, [wasmTrapHandlers]: on } : expected);
});
