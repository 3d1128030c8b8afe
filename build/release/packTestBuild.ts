import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from '../electron/electronRuntime.ts';
import { hashFiles } from '../electron/hashFiles.ts';
import { distFolder, projectFolder } from '../electron/projectPaths.ts';
import { readProgram } from '../electron/runProgram.ts';
import { StepFailure, say } from '../electron/stepFailure.ts';
import { writeLicences } from './documents/writeLicences.ts';

/** Where the test build goes. Everything below bears TEST in its name, and `dist:verify` refuses it. */
export const testBuildFolder = join(projectFolder, 'out', 'test-build');

/** The test build packed as a release is, to compare the two, and to see what a release refuses. */
export const asReleaseFolder = join(testBuildFolder, 'as-release-TEST');

type TestBuildArgs = {
  /** Where to; the project's own test build when left out. */
  readonly folder?: string;
  /** Another version than the project's, to have something to upgrade to. */
  readonly version?: string;
  /** `release`: with a release's constant and fuses, so that no test can get into it. */
  readonly buildKind?: 'test' | 'release';
};

/**
 * Packs the staged test build for Linux, unpacked, with the Electron at hand: what is tested is packed the
 * way a release is, with its fuses but for the one that Playwright needs. TEST is in its name.
 *
 * @returns the program to run.
 */
export async function packTestBuild(
  runtime: ElectronRuntime,
  { folder = testBuildFolder, version, buildKind = 'test' }: TestBuildArgs = {},
): Promise<string> {
  const executable = join(folder, 'linux-unpacked', 'yandu-TEST');
  const stampFile = join(folder, '.hash');
  const inputs = await hashFiles(projectFolder, [
    ...[`dist/app-${buildKind}`, 'dist/briefing.yandu', 'electron-builder.yml', 'build/resources'],
    ...['build/release/packTestBuild.ts', 'build/release/documents', 'LICENSE'],
  ]);
  const stamp = `${runtime.version} ${version ?? ''} ${inputs}`;
  const before = await readFile(stampFile, 'utf8').catch(() => null);
  if (before === stamp && existsSync(executable)) return executable;

  say(`Packing the test build into ${folder.slice(projectFolder.length + 1)}`);
  await rm(folder, { recursive: true, force: true });
  await writeLicences(runtime);
  const packed = await readProgram(
    join(projectFolder, 'node_modules', '.bin', 'electron-builder'),
    [
      ...['--linux', 'dir', '--x64', '--publish', 'never'],
      `-c.directories.app=${join(distFolder, `app-${buildKind}`)}`,
      `-c.directories.output=${folder}`,
      `-c.electronDist=${runtime.folder}`,
      `-c.electronVersion=${runtime.version}`,
      '-c.productName=Yandu TEST',
      '-c.linux.executableName=yandu-TEST',
      ...(buildKind === 'test' ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
      ...(version === undefined ? [] : [`-c.extraMetadata.version=${version}`]),
    ],
    { cwd: projectFolder },
  );
  if (packed.exitCode !== 0 || !existsSync(executable)) {
    throw new StepFailure(
      `electron-builder could not pack the test build.\n${packed.output.trim()}`,
      'read the lines above.',
    );
  }
  // The substitute's own default application, which a stock Electron keeps in an archive.
  await rm(join(folder, 'linux-unpacked', 'resources', 'app'), { recursive: true, force: true });
  // Only the set-user-id helper or user namespaces give an ordinary user the sandbox.
  if (process.getuid?.() === 0) {
    await chmod(join(folder, 'linux-unpacked', 'chrome-sandbox'), 0o4755);
  }
  await writeFile(stampFile, stamp);
  return executable;
}
