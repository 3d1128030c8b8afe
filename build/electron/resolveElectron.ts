import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronRuntime } from './electronRuntime.ts';
import { projectFolder } from './projectPaths.ts';
import { readProgram } from './runProgram.ts';
import { StepFailure, say } from './stepFailure.ts';
import { ensureSubstituteElectron, findSubstituteElectron } from './substituteElectron.ts';

const officialPackage = join(projectFolder, 'node_modules', 'electron');

/**
 * Finds an Electron to run, in this order: the folder named by ELECTRON_OVERRIDE_DIST_PATH, the
 * official one (fetched by its own installer at the first run), the substitute from the registry.
 */
export async function resolveElectron(): Promise<ElectronRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return overrideRuntime(resolve(override));

  const official = findOfficial();
  if (official !== null) return official;
  // Once the official one could not be had here, it is not asked for again at every start.
  const substitute = findSubstituteElectron();
  if (substitute !== null) return substitute;

  say('Fetching the official Electron (about 120 MB, once)');
  const fetched = await readProgram(process.execPath, [join(officialPackage, 'install.js')]);
  const installed = findOfficial();
  if (fetched.exitCode === 0 && installed !== null) return installed;
  say(`  It cannot be fetched here (${lastLine(fetched.output)}).`);
  return ensureSubstituteElectron();
}

/** The version of the official Electron that releases are built with. */
export function shippedElectronVersion(): string {
  return versionIn(readFileSync(join(officialPackage, 'package.json'), 'utf8'));
}

function findOfficial(): ElectronRuntime | null {
  const folder = join(officialPackage, 'dist');
  const pathFile = join(officialPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, readFileSync(pathFile, 'utf8'));
  const version = readVersion(folder);
  if (version !== shippedElectronVersion() || !existsSync(executable)) return null;
  return { source: 'official', folder, executable, version };
}

function overrideRuntime(folder: string): ElectronRuntime {
  const executable = join(folder, executableName());
  const version = readVersion(folder);
  if (version === null || !existsSync(executable)) {
    throw new StepFailure(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which is not an unpacked Electron.`,
      `let it name a folder that holds "${executableName()}" and "version", or unset it.`,
    );
  }
  return { source: 'override', folder, executable, version };
}

function executableName(): string {
  switch (process.platform) {
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron';
    case 'win32':
      return 'electron.exe';
    default:
      return 'electron';
  }
}

function readVersion(folder: string): string | null {
  const file = join(folder, 'version');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8').trim().replace(/^v/, '');
}

function versionIn(packageJson: string): string {
  const version = /"version":\s*"([^"]+)"/.exec(packageJson)?.[1];
  if (version === undefined) throw new Error('electron/package.json states no version');
  return version;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? 'no reason given';
}
