import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from '../../electron/electronRuntime.ts';
import { distFolder, projectFolder } from '../../electron/projectPaths.ts';
import { composeLicenceList } from './licenceList.ts';
import { readRuntimeParts } from './runtimeParts.ts';
import { listShippedPackages } from './shippedPackages.ts';

/** Fills `dist/licences`, which electron-builder puts into the program. */
export async function writeLicences(runtime: ElectronRuntime): Promise<void> {
  const folder = join(distFolder, 'licences');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(projectFolder, 'build', 'resources', 'licences'), folder, { recursive: true });
  const licence = await readFile(join(projectFolder, 'LICENSE'), 'utf8');
  const list = composeLicenceList(
    await listShippedPackages(),
    await readRuntimeParts(runtime),
    licence,
  );
  await writeFile(join(folder, 'LICENSE.txt'), licence);
  await writeFile(join(folder, 'licences.txt'), list);
}
