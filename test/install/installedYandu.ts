import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startElectron, type RunningYandu } from '../support/startElectron.ts';
import { reader, type CleanRoot } from './cleanRoot.ts';

export type CleanMachine = {
  /** The data folder and the exports of the reader, as seen from outside. */
  readonly dataFolder: string;
  readonly exportFolder: string;
  /** Runs a program in it as root; answers what it prints, and throws when it fails. */
  readonly run: (command: string, ...args: readonly string[]) => string;
  /** Runs the installed program in the reader's terminal, without a screen; answers what it prints. */
  readonly ask: (...args: readonly string[]) => string;
  /** Installs or upgrades a package, with no network and no way to fetch what it lacks. */
  readonly install: (deb: string) => void;
  /** The installed program, started as the reader, from the start menu's command. */
  readonly launch: () => Promise<RunningYandu>;
  /** The same, started as the desktop does for a double click on a file in the reader's home. */
  readonly openFile: (name: string) => Promise<RunningYandu>;
  /** Puts a file into the reader's home, as the reader's own. */
  readonly download: (file: string) => void;
  /** Every path of the system that a package could leave behind. */
  readonly listSystem: () => readonly string[];
};

const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' };
// What dpkg and its triggers keep about themselves, caches, and what is the reader's or the kernel's.
const notThePackages =
  /^\/(?:dev|proc|tmp|home|var\/(?:lib\/dpkg|cache|log))(?:\/|$)|\/mime\/[^/]*cache$/;

/** The mounted system as a machine in somebody's office. */
export function cleanMachine({ root, outside }: CleanRoot): CleanMachine {
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync('chroot', [root, command, ...args], { env: environment, encoding: 'utf8' });
  const exportFolder = join(root, reader.home, 'exports');
  mkdirSync(exportFolder);
  chownSync(exportFolder, reader.id, reader.id);

  const start = (files: readonly string[]): Promise<RunningYandu> =>
    startElectron({
      executablePath: enterScript(root, outside),
      // Without this Playwright adds --no-sandbox by itself.
      chromiumSandbox: true,
      args: ['--disable-gpu', `--export-folder=${join(reader.home, 'exports')}`, ...files],
      env: { ...environment, HOME: reader.home, ...screen(root) },
    });

  return {
    dataFolder: join(root, reader.home, '.config', 'Yandu'),
    exportFolder,
    run,
    ask: (...args) => run('setpriv', ...asReader, '--', program, ...args),
    install: (deb) => {
      const inside = '/tmp/package.deb';
      copyFileSync(deb, join(root, inside));
      run('dpkg', '-i', inside);
    },
    launch: () => start([]),
    openFile: (name) => start([join(reader.home, name)]),
    download: (file) => {
      const path = join(root, reader.home, basename(file));
      copyFileSync(file, path);
      chownSync(path, reader.id, reader.id);
    },
    listSystem: () =>
      run('find', '/', '-xdev')
        .split('\n')
        .filter((path) => !notThePackages.test(path))
        .sort(),
  };
}

const program = '/usr/bin/yandu-TEST';
const asReader = [`--reuid=${reader.id}`, `--regid=${reader.id}`, '--clear-groups'];

/** A program that starts the installed one inside, as the reader. */
function enterScript(root: string, outside: string): string {
  const script = join(outside, 'start');
  writeFileSync(
    script,
    `#!/bin/sh\nexec chroot "${root}" setpriv ${asReader.join(' ')} -- ${program} "$@"\n`,
  );
  chmodSync(script, 0o755);
  return script;
}

function screen(root: string): Record<string, string> {
  const display = process.env['DISPLAY'] ?? '';
  const cookie = process.env['XAUTHORITY'] ?? '';
  if (!existsSync(cookie)) return { DISPLAY: display };
  const inside = join(reader.home, '.Xauthority');
  copyFileSync(cookie, join(root, inside));
  chownSync(join(root, inside), reader.id, reader.id);
  return { DISPLAY: display, XAUTHORITY: inside };
}
