import { existsSync } from 'node:fs';
import { StepFailure, say } from './stepFailure.ts';
import { readProgram, runProgram } from './runProgram.ts';

// What Chromium loads at start on a bare Debian, and a font that has every Chinese character.
const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libcups2',
  'fonts-noto-cjk',
];
const virtualScreenPackages = ['xvfb', 'xauth'];
const compilerPackages = ['gcc', 'g++', 'libc6-dev'];
// Programs no one here wrote, which read the exports in the tests.
const testToolPackages = [
  'poppler-utils',
  'pandoc',
  'unzip',
  'libxml2-utils',
  'libreoffice-writer-nogui',
];
const namespacePackages = ['iproute2', 'tcpdump'];
const signingPackages = ['osslsigncode', 'gpg', 'gpg-agent', 'gpgconf', 'openssl'];
const cleanRootPackages = ['mmdebstrap'];

export type SystemNeed =
  | 'window'
  | 'virtual screen'
  | 'compiler'
  | 'test tools'
  | 'network namespaces'
  | 'signing tools'
  | 'clean root';

const packagesOf: Readonly<Record<SystemNeed, readonly string[]>> = {
  window: windowPackages,
  'virtual screen': virtualScreenPackages,
  compiler: compilerPackages,
  'test tools': testToolPackages,
  'network namespaces': namespacePackages,
  'signing tools': signingPackages,
  'clean root': cleanRootPackages,
};

/**
 * Makes sure that the system libraries for `needs` are there. Installs them when run as root on
 * Debian or Ubuntu; otherwise fails with the one command to run. Elsewhere it does nothing:
 * other systems come with what a desktop application needs.
 */
export async function ensureSystemPackages(needs: readonly SystemNeed[]): Promise<void> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await listMissing(needs.flatMap((need) => packagesOf[need]));
  if (missing.length === 0) return;

  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0) {
    throw new StepFailure(
      `these system packages are missing: ${missing.join(' ')}.`,
      `run "sudo apt-get ${install.join(' ')}", then try again.`,
    );
  }
  say(`Installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await readProgram('apt-get', ['update', '-q'], { env });
  const installed = await readProgram('apt-get', ['-q', ...install], { env });
  if (installed.exitCode !== 0) {
    const reason = updated.exitCode === 0 ? installed.output : updated.output + installed.output;
    throw new StepFailure(
      `apt-get could not install them.\n${reason}`,
      `see that Debian's packages can be reached, run "apt-get ${install.join(' ')}", then try again.`,
    );
  }
}

/** True when windows can be opened on a screen that somebody may be looking at. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  );
}

/** Runs a program on a virtual screen when there is no real one. Answers its exit code. */
export function runOnSomeScreen(command: string, args: readonly string[]): Promise<number> {
  if (hasDisplay()) return runProgram(command, args);
  return runProgram('xvfb-run', ['-a', '-s', '-screen 0 1680x1050x24', command, ...args]);
}

async function listMissing(wanted: readonly string[]): Promise<readonly string[]> {
  const { output } = await readProgram('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\n',
  ]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.slice(0, line.indexOf(' '))),
  );
  // Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: libgtk-3-0 is libgtk-3-0t64 there.
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}
