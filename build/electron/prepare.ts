import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from './electronRuntime.ts';
import { hashFiles } from './hashFiles.ts';
import { distFolder, packFile, projectFolder } from './projectPaths.ts';
import { isMadeFrom, stampProduct } from './productStamp.ts';
import { resolveElectron } from './resolveElectron.ts';
import { readProgram } from './runProgram.ts';
import { stageApp } from './stageApp.ts';
import { StepFailure, say } from './stepFailure.ts';
import { ensureSystemPackages, hasDisplay } from './systemPackages.ts';
import type { BuildConstants } from './viteBuilds.ts';

/** Everything that is needed to open the window, and where it is. */
export type PreparedApp = { readonly runtime: ElectronRuntime; readonly appFolder: string };

/**
 * Brings all that a window needs into place: system libraries, an Electron, the pack, the built app.
 * What is there already is used as it is. Leaves `dist/runtime.json` for the tests' launcher.
 */
export async function prepareApp(buildKind: BuildConstants['buildKind']): Promise<PreparedApp> {
  await ensureSystemPackages(hasDisplay() ? ['window'] : ['window', 'virtual screen']);
  const runtime = await resolveElectron();
  say(`Electron ${runtime.version} (${runtime.source})`);
  await buildPackWhenChanged();
  const appFolder = await stageApp(buildKind, runtime);
  await writeFile(join(distFolder, 'runtime.json'), `${JSON.stringify(runtime, null, 2)}\n`);
  return { runtime, appFolder };
}

/** Builds the shipped pack from `seeds/` unless neither they nor the builder nor what was built changed. */
export async function buildPackWhenChanged(): Promise<void> {
  await mkdir(distFolder, { recursive: true });
  const stampFile = join(distFolder, '.pack.hash');
  const inputs = await hashFiles(projectFolder, [
    'seeds',
    'build/pack',
    'shared',
    'package-lock.json',
  ]);
  if (await isMadeFrom(inputs, packFile, stampFile)) return;

  say('Building the pack from seeds/');
  const built = await readProgram(process.execPath, [join('build', 'pack', 'cli.ts')], {
    cwd: projectFolder,
  });
  if (built.exitCode !== 0) {
    throw new StepFailure(
      `the pack could not be built.\n${built.output.trim()}`,
      'read the lines above; "npm run pack" shows the whole report.',
    );
  }
  await stampProduct(inputs, packFile, stampFile);
}
