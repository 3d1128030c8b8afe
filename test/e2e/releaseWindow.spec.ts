// The window of a release as nobody else sees it: no debugger gets in, so a program around it asks for the inspector.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { testFlags } from '../../build/electron/launchFlags.ts';
import { runtimeExecutable } from '../support/launchYandu.ts';
import { removeFolder } from '../support/removeFolder.ts';

const asker = resolve(import.meta.dirname, '../support/devTools');
const dist = resolve(import.meta.dirname, '../../dist');

/** `hasInspector`: whether the window was given one; `outcome`: what became of the one of another window. */
function askForInspector(build: 'release' | 'test'): unknown {
  const home = mkdtempSync(join(tmpdir(), 'yandu-inspector-'));
  try {
    const { stdout } = spawnSync(runtimeExecutable(), [...testFlags(), asker], {
      encoding: 'utf8',
      env: {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: '',
        YANDU_APP_FOLDER: join(dist, `app-${build}`),
      },
      timeout: 40_000,
    });
    return JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? 'null');
  } finally {
    removeFolder(home);
  }
}

test('a release gives its window no inspector, and an inspector nothing to load', () => {
  expect(askForInspector('release')).toEqual({ hasInspector: false, outcome: 'blocked' });
  // The same question where there is one.
  expect(askForInspector('test')).toEqual({ hasInspector: true, outcome: 'loaded' });
});
