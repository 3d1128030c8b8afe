import { mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ElectronRuntime } from '../../build/electron/electronRuntime.ts';
import { projectFolder } from '../../build/electron/projectPaths.ts';
import { readProgram } from '../../build/electron/runProgram.ts';
import { say } from '../../build/electron/stepFailure.ts';
import { ensureSystemPackages, runOnSomeScreen } from '../../build/electron/systemPackages.ts';
import { packDeb } from '../../build/release/packDeb.ts';
import { packTestBuild, testBuildFolder } from '../../build/release/packTestBuild.ts';
import { projectVersion } from '../../build/release/projectRecord.ts';
import { ensureCleanSystem } from './cleanRoot.ts';

export type InstallTestEnd =
  | { readonly status: 'not run'; readonly why: string }
  | { readonly status: 'ran'; readonly exitCode: number };

const builderConfig = z.object({ deb: z.object({ depends: z.array(z.string()) }) });

/**
 * Packs two versions of the test build, and runs `install.spec.ts` with a clean system to install them into.
 *
 * @param reporters further arguments for Playwright.
 */
export async function runInstallTest(
  runtime: ElectronRuntime,
  reporters: readonly string[],
): Promise<InstallTestEnd> {
  const why = await whyNotHere();
  if (why !== null) return { status: 'not run', why };
  let system: string;
  try {
    await ensureSystemPackages(['clean root']);
    const config: unknown = parse(
      await readFile(join(projectFolder, 'electron-builder.yml'), 'utf8'),
    );
    system = ensureCleanSystem(builderConfig.parse(config).deb.depends);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 'not run', why: `no clean system can be made here: ${reason}` };
  }

  const packages = await packTwoVersions(runtime);
  process.env['YANDU_INSTALL_TEST'] = JSON.stringify({ system, ...packages });
  say('Installing into a clean system, touring, upgrading, removing');
  const playwright = join(projectFolder, 'node_modules', '.bin', 'playwright');
  // All that is mounted ends with this namespace, however the test ends.
  const exitCode = await runOnSomeScreen('unshare', [
    ...['--mount', '--propagation', 'private', playwright, 'test', '-c', 'test/install'],
    ...['--workers=1', `--output=${join(projectFolder, 'out', 'install')}`, ...reporters],
  ]);
  return { status: 'ran', exitCode };
}

async function whyNotHere(): Promise<string | null> {
  if (process.platform !== 'linux') return 'packages for Debian are installed on Linux.';
  if (process.getuid?.() !== 0) return 'only root may install a package. Run it with sudo.';
  const dpkg = await readProgram('dpkg-deb', ['--version']).catch(() => null);
  if (dpkg?.exitCode !== 0) return 'there is no dpkg-deb here.';
  const unshared = await readProgram('unshare', ['--mount', 'true']).catch(() => null);
  if (unshared?.exitCode !== 0) return 'no mount namespaces can be made here.';
  return null;
}

type TwoPackages = {
  readonly older: string;
  readonly olderVersion: string;
  readonly newer: string;
  readonly newerVersion: string;
};

async function packTwoVersions(runtime: ElectronRuntime): Promise<TwoPackages> {
  const olderVersion = await projectVersion();
  const newerVersion = olderVersion.replace(/\d+$/, (patch) => String(Number(patch) + 1));
  const outFolder = join(testBuildFolder, 'install-TEST');
  const newerFolder = join(testBuildFolder, 'newer-TEST');
  await packTestBuild(runtime);
  await packTestBuild(runtime, { folder: newerFolder, version: newerVersion });
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  const pack = (folder: string, which: string): Promise<string> =>
    packDeb({ programFolder: join(folder, 'linux-unpacked'), version: which, outFolder });
  return {
    older: await pack(testBuildFolder, olderVersion),
    olderVersion,
    newer: await pack(newerFolder, newerVersion),
    newerVersion,
  };
}
