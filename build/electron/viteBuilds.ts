// The three bundles: main, preload, window. Built for Chromium 130 and Node 20, the oldest Electron
// the app is run in; newer ones run it too.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
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
 * Writes `main.cjs` and `preload.cjs` into a folder; everything but Electron and SQLite is in them.
 *
 * @returns the npm packages that went in.
 */
export async function buildMain(
  outFolder: string,
  constants: BuildConstants,
): Promise<ReadonlySet<string>> {
  const packages = new Set<string>();
  const define = {
    __BUILD_KIND__: JSON.stringify(constants.buildKind),
    __SHIPPED_PACK_SHA256__: JSON.stringify(constants.shippedPackSha256),
    __ELECTRON_SHIPPED__: JSON.stringify(constants.electronShipped),
    __ELECTRON_TESTED__: JSON.stringify(constants.electronTested),
    'process.env.NODE_ENV': JSON.stringify('production'),
  };
  await build(nodeBundle('electron/main.ts', join(outFolder, 'main.cjs'), define, packages));
  await build(nodeBundle('electron/preload.ts', join(outFolder, 'preload.cjs'), define, packages));
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

function nodeBundle(
  entry: string,
  outFile: string,
  define: Record<string, string>,
  packages: Set<string>,
): InlineConfig {
  const slash = Math.max(outFile.lastIndexOf('/'), outFile.lastIndexOf('\\'));
  return {
    configFile: false,
    logLevel: 'warn',
    root: projectFolder,
    define,
    plugins: [collectPackages(packages)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(projectFolder, entry),
      target: 'node20',
      outDir: outFile.slice(0, slash),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: outFile.slice(slash + 1), codeSplitting: false },
      },
    },
  };
}
