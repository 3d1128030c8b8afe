// A Debian system that has what the package says it needs, and nothing else: made once from the machine's
// own package sources, kept in the cache, and used through a layer that takes every change.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../build/electron/projectPaths.ts';
import { say } from '../../build/electron/stepFailure.ts';

const sources = [
  '/etc/apt/sources.list.d/debian.sources',
  '/etc/apt/sources.list.d/ubuntu.sources',
  '/etc/apt/sources.list',
];

/** The reader in it: an ordinary user with a home. */
export const reader = { name: 'reader', id: 1000, home: '/home/reader' } as const;

/** Makes the system unless the cache has it, and answers its folder. Throws with the reason where it cannot. */
export function ensureCleanSystem(packages: readonly string[]): string {
  const suite = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const source = sources.find((file) => existsSync(file));
  if (suite === undefined || source === undefined) {
    throw new Error('this system names no package sources to make another one from.');
  }
  const stamp = createHash('sha256')
    .update(JSON.stringify([suite, packages]))
    .digest('hex');
  const folder = join(cacheFolder(), `clean-${suite}-${stamp.slice(0, 16)}`);
  if (existsSync(folder)) return folder;

  say('Making a clean Debian system to install into (about half a minute, once)');
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'debian-'));
  try {
    const root = join(work, 'root');
    const recommended = '--aptopt=APT::Install-Recommends "false"';
    const wanted = `--include=${packages.join(',')}`;
    run('mmdebstrap', ['--variant=minbase', recommended, wanted, suite, root, source]);
    run('chroot', [root, 'useradd', '--create-home', '--uid', String(reader.id), reader.name]);
    renameSync(root, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

export type CleanRoot = {
  /** The folder to `chroot` into. */
  readonly root: string;
  /** A folder beside it, outside of the system. */
  readonly outside: string;
  readonly unmount: () => void;
};

/**
 * Lays a writable layer over the system and gives it a kernel's folders and the screen. Call it in a mount
 * namespace of its own: the mounts end with that, also when nobody unmounts them.
 */
export function mountCleanRoot(system: string): CleanRoot {
  const work = mkdtempSync(join(tmpdir(), 'yandu-root-'));
  // A layer on a layer is refused; in memory it always works.
  run('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', work]);
  const [upper, scratch, root] = [join(work, 'upper'), join(work, 'scratch'), join(work, 'root')];
  for (const folder of [upper, scratch, root]) mkdirSync(folder);
  const layers = `lowerdir=${system},upperdir=${upper},workdir=${scratch}`;
  run('mount', ['-t', 'overlay', 'overlay', '-o', layers, root]);
  run('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
  run('mount', ['--rbind', '/dev', join(root, 'dev')]);
  const screens = '/tmp/.X11-unix';
  mkdirSync(join(root, screens), { recursive: true });
  if (existsSync(screens)) run('mount', ['--bind', screens, join(root, screens)]);
  return {
    root,
    outside: work,
    unmount: () => {
      // The whole tree at once, and whatever still runs in it keeps what it has open.
      run('umount', ['--recursive', '--lazy', work]);
      rmdirSync(work);
    },
  };
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, [...args], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status === 0) return;
  throw new Error(`${command} ${args[0] ?? ''}: ${stderr.trim().split('\n').slice(-3).join(' ')}`);
}
