// The bundles: main, the check of packs, preload, window. Built for Chromium 130 and Node 20, the oldest
// Electron the app is run in; newer ones run it too.
import { writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { collectPackages } from './bundledPackages.ts';
import { projectFolder } from './projectPaths.ts';

/** What the build writes into main; declared for it in electron/buildConstants.d.ts. */
export type BuildConstants = {
  readonly buildKind: 'release' | 'test' | 'development';
  readonly shippedPackSha256: string;
  readonly electronShipped: string;
  readonly electronTested: string;
};

/**
 * Writes `main.cjs`, `buildKind.cjs`, `checkPackChild.cjs`, `choreChild.cjs` and `preload.cjs` into a folder; everything but
 * Electron and SQLite is in them.
 *
 * @returns the npm packages that went in.
 */
export async function buildMain(
  outFolder: string,
  constants: BuildConstants,
): Promise<ReadonlySet<string>> {
  const packages = new Set<string>();
  const define = {
    __SHIPPED_PACK_SHA256__: JSON.stringify(constants.shippedPackSha256),
    __ELECTRON_SHIPPED__: JSON.stringify(constants.electronShipped),
    __ELECTRON_TESTED__: JSON.stringify(constants.electronTested),
    'process.env.NODE_ENV': JSON.stringify('production'),
  };
  const bundle = { outFolder, define, packages };
  // A file of its own, and not a replacement wherever it is used: a test compares a release with a test
  // build and finds this file and nothing else.
  const kind = `module.exports = ${JSON.stringify(constants.buildKind)};\n`;
  await writeFile(join(outFolder, 'buildKind.cjs'), kind);
  const banner = "const __BUILD_KIND__ = require('./buildKind.cjs');";
  await build(nodeBundle({ ...bundle, entry: 'main', banner }));
  // A program of its own, so that it can be killed: a pack that nobody vouches for is read there.
  await build(nodeBundle({ ...bundle, entry: 'packs/checkPackChild', banner: '' }));
  // Another, for work on files that would keep the window waiting.
  await build(nodeBundle({ ...bundle, entry: 'chores/choreChild', banner: '' }));
  await build(nodeBundle({ ...bundle, entry: 'preload', banner: '' }));
  return packages;
}

/**
 * Writes the window's static files (`index.html`, `assets/`) into a folder.
 *
 * @returns the npm packages that went in.
 */
export async function buildRenderer(outFolder: string): Promise<ReadonlySet<string>> {
  const packages = new Set<string>();
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(projectFolder, 'renderer'),
    plugins: [react(), collectPackages(packages)],
    worker: { format: 'es', plugins: () => [collectPackages(packages)] },
    build: {
      target: 'chrome130',
      outDir: outFolder,
      emptyOutDir: true,
      // The window's CSP knows no data: addresses and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
  });
  return packages;
}

type NodeBundle = {
  /** Under `electron/`, without its ending. */
  readonly entry: 'main' | 'preload' | 'packs/checkPackChild' | 'chores/choreChild';
  readonly outFolder: string;
  readonly define: Record<string, string>;
  readonly banner: string;
  /** Gets the npm packages that go in. */
  readonly packages: Set<string>;
};

function nodeBundle({ entry, outFolder, define, banner, packages }: NodeBundle): InlineConfig {
  return {
    configFile: false,
    logLevel: 'warn',
    root: projectFolder,
    define,
    plugins: [collectPackages(packages)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(projectFolder, 'electron', `${entry}.ts`),
      target: 'node20',
      outDir: outFolder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
        output: {
          format: 'cjs',
          entryFileNames: `${basename(entry)}.cjs`,
          codeSplitting: false,
          banner,
        },
      },
    },
  };
}
