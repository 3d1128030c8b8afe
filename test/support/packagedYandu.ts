import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { removeFolder } from './removeFolder.ts';
import { startElectron, type RunningYandu } from './startElectron.ts';
import { yanduArguments } from './launchYandu.ts';
import type { LaunchArgs } from './launchYandu.ts';

const testBuild = resolve(import.meta.dirname, '../../out/test-build');
const programs = {
  test: join(testBuild, 'linux-unpacked'),
  // With a release's constant and fuses: nothing gets into it, it can only be run from outside.
  asRelease: join(testBuild, 'as-release-TEST', 'linux-unpacked'),
};
// Debian's `nobody`: a user that owns nothing.
const ORDINARY_USER = 65_534;
/** In no file of users. */
const UNKNOWN_USER = 54_321;

export const HOME_NAME = '用户甲';

export type PackagedYandu = {
  /** These two belong to the user the program runs as. */
  readonly dataFolder: string;
  readonly exportFolder: string;
  readonly homeFolder: string;
  /** What `run` takes for the system's. */
  readonly temporaryFolder: string;
  readonly programFolder: string;
  /** With a window; without `args` as a person starts it, by its icon. */
  readonly launch: (args: LaunchArgs | null) => Promise<RunningYandu>;
  /** In a terminal without a screen. */
  readonly run: (...args: readonly string[]) => Ended;
  /** The same for an account whose name this computer does not know. */
  readonly runAsUnknown: (...args: readonly string[]) => Ended;
  /** Makes a folder of the program one that the ordinary user can write, as on a stick of their own. */
  readonly giveProgramFolder: () => void;
  readonly remove: () => void;
};

type Ended = { readonly exitCode: number | null; readonly output: string; readonly errors: string };

/**
 * Puts the packed test build where an ordinary user can run it. As root the program is started as
 * `nobody`, because Chromium has no sandbox for root, and no flag that weakens it is given.
 */
export function installPackagedYandu(which: keyof typeof programs = 'test'): PackagedYandu {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-packaged-'));
  // Neither this nor the user's name may stand in what the program hands on.
  const homeFolder = join(folder, HOME_NAME);
  const dataFolder = join(homeFolder, 'data');
  const exportFolder = join(homeFolder, 'exports');
  const temporaryFolder = join(homeFolder, 'temporary');
  for (const path of [homeFolder, dataFolder, exportFolder, temporaryFolder]) mkdirSync(path);
  const sessionFolder = join(folder, 'session');
  mkdirSync(sessionFolder, { mode: 0o700 });
  const isRoot = process.getuid?.() === 0;
  const program = join(folder, 'program');
  const xauthority = process.env['XAUTHORITY'];
  const ownXauthority = join(homeFolder, '.Xauthority');
  if (xauthority !== undefined && existsSync(xauthority)) copyFileSync(xauthority, ownXauthority);

  cpSync(programs[which], program, { recursive: true });
  let executablePath = join(program, 'yandu-TEST');
  if (isRoot) {
    // Copying drops the set-user-id bit.
    chmodSync(join(program, 'chrome-sandbox'), 0o4755);
    chmodSync(folder, 0o755);
    chmodSync(temporaryFolder, 0o777);
    giveAway(homeFolder);
    giveAway(sessionFolder);
    const user = `\${YANDU_TEST_USER:-${ORDINARY_USER}}`;
    const asUser = `--reuid="${user}" --regid="${user}" --clear-groups`;
    const script = `#!/bin/sh\nexec setpriv ${asUser} -- "${executablePath}" "$@"\n`;
    executablePath = join(folder, 'as-ordinary-user');
    writeFileSync(executablePath, script, { mode: 0o755 });
  }

  const ownXauthorityOrNull = existsSync(ownXauthority) ? ownXauthority : null;
  const runIn = (extra: Readonly<Record<string, string>>, args: readonly string[]): Ended => {
    const env = {
      ...environment(homeFolder, null),
      DISPLAY: '',
      TMPDIR: temporaryFolder,
      ...extra,
    };
    const options = { cwd: homeFolder, env, encoding: 'utf8', timeout: 60_000 } as const;
    const { status, stdout, stderr } = spawnSync(executablePath, args, options);
    return { exitCode: status, output: stdout, errors: stderr };
  };
  return {
    homeFolder,
    temporaryFolder,
    programFolder: program,
    dataFolder,
    exportFolder,
    launch: (args) =>
      startElectron({
        executablePath,
        // Without this Playwright adds --no-sandbox by itself.
        chromiumSandbox: true,
        args: ['--disable-gpu', ...(args === null ? [] : yanduArguments(args))],
        cwd: homeFolder,
        env: environment(homeFolder, ownXauthorityOrNull),
      }),
    run: (...args) => runIn({}, args),
    runAsUnknown: (...args) => runIn({ YANDU_TEST_USER: `${UNKNOWN_USER}` }, args),
    giveProgramFolder: () => {
      if (isRoot) chownSync(program, ORDINARY_USER, ORDINARY_USER);
    },
    remove: () => {
      removeFolder(folder);
    },
  };
}

/** Which user and which system-call filter the renderers of a user's program run under (proc(5)). */
export function listRendererProcesses(): readonly {
  readonly uid: number;
  readonly seccomp: number;
}[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const command = readProc(pid, 'cmdline');
      if (!command.includes('yandu-TEST') || !command.includes('--type=renderer')) return [];
      const status = readProc(pid, 'status');
      return [
        {
          uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]),
          seccomp: Number(/^Seccomp:\s+(\d+)/m.exec(status)?.[1]),
        },
      ];
    });
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
}

function environment(homeFolder: string, xauthority: string | null): Record<string, string> {
  const kept = ['PATH', 'DISPLAY', 'LANG', 'FONTCONFIG_PATH'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    HOME: homeFolder,
    // A session's own folder in memory; without it GTK keeps its settings' cache in the home.
    XDG_RUNTIME_DIR: join(homeFolder, '..', 'session'),
    ...(xauthority === null ? {} : { XAUTHORITY: xauthority }),
  };
}

function giveAway(folder: string): void {
  chownSync(folder, ORDINARY_USER, ORDINARY_USER);
  for (const name of readdirSync(folder))
    chownSync(join(folder, name), ORDINARY_USER, ORDINARY_USER);
}
