// The program packed as a release is, from outside: nothing gets into it, so that it is asked and refused
// things in a terminal, as an ordinary user.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installPackagedYandu, type PackagedYandu } from '../support/packagedYandu.ts';

/** EX_CONFIG of sysexits.h. */
const REFUSED = 78;

let installed: PackagedYandu;
test.beforeAll(() => {
  installed = installPackagedYandu('asRelease');
});
test.afterAll(() => {
  installed.remove();
});

test('passes its own test', () => {
  const { exitCode, output } = installed.run('--self-test');

  expect(JSON.parse(output)).toMatchObject({ ok: true });
  expect(exitCode).toBe(0);
  expect(installed.run('--version').output).toMatch(/^Yandu \d+\.\d+\.\d+ \(release\)/);
});

test('refuses every switch that would open it, and starts nothing', () => {
  // A start each, of which a busy machine needs its time.
  test.setTimeout(180_000);
  const doors = [
    ...['--inspect', '--inspect=0', '--inspect-brk', '--remote-debugging-port=0'],
    ...['--remote-debugging-pipe', '--no-sandbox', '--disable-web-security', '--js-flags=--log'],
    ...['--load-extension=/tmp', '--proxy-server=127.0.0.1:1', '--enable-logging', '--disable-gpu'],
    ...['--data-folder=/tmp', '--pack=/tmp/a.yandu', '--policy=/tmp/p', '--export-folder=/tmp'],
    ...['--user-data-dir=/tmp', '--print-handout=1,facilitator,/tmp/a.pdf', 'notes.txt', '--'],
  ];
  for (const door of doors) {
    const { exitCode, errors } = installed.run(door);
    expect({ door, exitCode }).toEqual({ door, exitCode: REFUSED });
    expect(errors).toContain('研读不接受参数');
    expect(errors).not.toMatch(/listening on/i);
  }
  expect(readdirSync(installed.dataFolder)).toEqual([]);
  expect(readdirSync(join(installed.homeFolder))).not.toContain('.config');
});
