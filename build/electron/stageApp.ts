import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ensureSqliteForNodeApi9 } from './compileSqlite.ts';
import { hasNodeApi10 } from './electronRuntime.ts';
import type { ElectronRuntime } from './electronRuntime.ts';
import { hashFile, hashFiles } from './hashFiles.ts';
import { distFolder, packFile, projectFolder } from './projectPaths.ts';
import { shippedElectronVersion } from './resolveElectron.ts';
import { say } from './stepFailure.ts';
import { buildMain, buildRenderer } from './viteBuilds.ts';
import type { BuildConstants } from './viteBuilds.ts';

const projectManifest = z.object({
  name: z.string(),
  productName: z.string(),
  version: z.string(),
  description: z.string(),
  author: z.string(),
  license: z.string(),
});

// What every bundle depends on beside its own room.
const commonInputs = [
  'shared',
  'build/electron/viteBuilds.ts',
  'build/electron/bundledPackages.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the application into `dist/app` (development), `dist/app-test` or `dist/app-release`: a folder that any
 * Electron runs and electron-builder packs. Parts whose inputs are unchanged are left as they are.
 *
 * @param runtime decides which SQLite binary goes in: the official Electron takes the ready-made ones.
 */
export async function stageApp(
  buildKind: BuildConstants['buildKind'],
  runtime: ElectronRuntime,
): Promise<string> {
  const folder = stagedFolder(buildKind);
  // One that was left half made may hold what does not belong in it.
  if (!existsSync(stampFile(folder, 'main'))) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const constants: BuildConstants = {
    buildKind,
    shippedPackSha256: await hashFile(packFile),
    electronShipped: shippedElectronVersion(),
    electronTested: runtime.version,
  };

  const renderer = join(distFolder, 'renderer');
  const rendererHash = await hashFiles(projectFolder, ['renderer', ...commonInputs]);
  await whenChanged(join(distFolder, '.renderer.hash'), rendererHash, renderer, async () => {
    say('Building the window');
    await writePackages('renderer', await buildRenderer(renderer));
  });
  const staged = join(folder, 'renderer');
  await whenChanged(stampFile(folder, 'renderer'), rendererHash, staged, async () => {
    await rm(staged, { recursive: true, force: true });
    await cp(renderer, staged, { recursive: true });
  });

  const mainHash = await hashFiles(projectFolder, ['electron', ...commonInputs]);
  const mainStamp = JSON.stringify([mainHash, constants]);
  await whenChanged(stampFile(folder, 'main'), mainStamp, join(folder, 'main.cjs'), async () => {
    say('Building the main process');
    await writePackages('main', await buildMain(folder, constants));
    await writeManifest(folder);
  });
  await stageSqlite(folder, runtime);
  return folder;
}

/** The npm packages whose code is in the staged application, by name; SQLite's is not bundled but beside it. */
export async function readPackages(): Promise<readonly string[]> {
  const lists = await Promise.all(
    (['main', 'renderer'] as const).map(async (part) => {
      const list: unknown = JSON.parse(await readFile(packagesFile(part), 'utf8'));
      return z.array(z.string()).parse(list);
    }),
  );
  return [...new Set([...lists.flat(), 'better-sqlite3'])].sort();
}

async function writePackages(
  part: 'main' | 'renderer',
  packages: ReadonlySet<string>,
): Promise<void> {
  await writeFile(packagesFile(part), JSON.stringify([...packages].sort()));
}

function packagesFile(part: 'main' | 'renderer'): string {
  return join(distFolder, `.packages-${part}.json`);
}

function stagedFolder(buildKind: BuildConstants['buildKind']): string {
  return join(distFolder, buildKind === 'development' ? 'app' : `app-${buildKind}`);
}

/** Beside the staged folder: what is in that is packed. */
function stampFile(folder: string, part: string): string {
  return `${folder}.${part}.hash`;
}

/** Runs `make` unless `product` exists and `stampFile` says that it was made from the same inputs. */
async function whenChanged(
  stampFile: string,
  stamp: string,
  product: string,
  make: () => Promise<void>,
): Promise<void> {
  const before = await readFile(stampFile, 'utf8').catch(() => null);
  if (before === stamp && existsSync(product)) return;
  await rm(stampFile, { force: true });
  await make();
  await writeFile(stampFile, stamp);
}

async function writeManifest(folder: string): Promise<void> {
  const source: unknown = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const manifest = {
    ...projectManifest.parse(source),
    main: 'main.cjs',
    // On Linux a window is told to belong to the installed desktop entry by this name.
    desktopName: 'yandu.desktop',
    // Packages for Linux must name a site, and there is none: nobody can have this one (RFC 2606).
    homepage: 'https://yandu.invalid/',
    dependencies: { 'better-sqlite3': '*' },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function stageSqlite(folder: string, runtime: ElectronRuntime): Promise<void> {
  const source = join(projectFolder, 'node_modules', 'better-sqlite3');
  const target = join(folder, 'node_modules', 'better-sqlite3');
  const compiled = join(folder, 'better_sqlite3.node');
  const readyMade = hasNodeApi10(runtime);

  const addon = readyMade ? null : await ensureSqliteForNodeApi9();
  const stamp = JSON.stringify([await hashFiles(source, ['package.json', 'lib']), addon]);
  await whenChanged(stampFile(folder, 'sqlite'), stamp, target, async () => {
    await rm(target, { recursive: true, force: true });
    await rm(compiled, { force: true });
    for (const part of ['package.json', 'LICENSE', 'lib', ...(readyMade ? ['prebuilds'] : [])]) {
      await cp(join(source, part), join(target, part), { recursive: true });
    }
    // main takes the binary beside it when there is one.
    if (addon !== null) await cp(addon, compiled);
  });
}
