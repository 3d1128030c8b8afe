import { existsSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from './electronRuntime.ts';
import { hashFiles } from './hashFiles.ts';
import { distFolder, projectFolder } from './projectPaths.ts';
import { readProgram } from './runProgram.ts';
import { StepFailure, say } from './stepFailure.ts';

const testBuildFolder = join(projectFolder, 'out', 'test-build');

/**
 * Packs the staged test build for Linux, unpacked, with the Electron at hand: what is tested is packed the
 * way a release is, with its fuses but for the one that Playwright needs. TEST is in its name.
 *
 * @returns the program to run.
 */
export async function packTestBuild(runtime: ElectronRuntime): Promise<string> {
  const executable = join(testBuildFolder, 'linux-unpacked', 'yandu-TEST');
  const stampFile = join(testBuildFolder, '.hash');
  const stamp = await hashFiles(projectFolder, [
    ...['dist/app-test', 'dist/briefing.yandu', 'electron-builder.yml', 'build/resources'],
    ...['build/electron/packTestBuild.ts', 'LICENSE'],
  ]);
  const before = await readFile(stampFile, 'utf8').catch(() => null);
  if (before === `${runtime.version} ${stamp}` && existsSync(executable)) return executable;

  say('Packing the test build into out/test-build');
  await rm(testBuildFolder, { recursive: true, force: true });
  const packed = await readProgram(
    join(projectFolder, 'node_modules', '.bin', 'electron-builder'),
    [
      ...['--linux', 'dir', '--x64', '--publish', 'never'],
      `-c.directories.app=${join(distFolder, 'app-test')}`,
      `-c.directories.output=${testBuildFolder}`,
      `-c.electronDist=${runtime.folder}`,
      `-c.electronVersion=${runtime.version}`,
      '-c.productName=Yandu TEST',
      '-c.linux.executableName=yandu-TEST',
      '-c.electronFuses.enableNodeCliInspectArguments=true',
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
  await rm(join(testBuildFolder, 'linux-unpacked', 'resources', 'app'), {
    recursive: true,
    force: true,
  });
  // Only the set-user-id helper or user namespaces give an ordinary user the sandbox.
  if (process.getuid?.() === 0) {
    await chmod(join(testBuildFolder, 'linux-unpacked', 'chrome-sandbox'), 0o4755);
  }
  await writeFile(stampFile, `${runtime.version} ${stamp}`);
  return executable;
}
