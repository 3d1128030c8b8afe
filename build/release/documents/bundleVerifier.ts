import { join } from 'node:path';
import { build } from 'vite';
import { projectFolder } from '../../electron/projectPaths.ts';

/** Writes `verify-release.mjs`: dist:verify in one file, for a machine that has Node and nothing else. */
export async function bundleVerifier(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectFolder,
    build: {
      ssr: join(projectFolder, 'build', 'release', 'verify', 'verifyReleaseCli.ts'),
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: 'verify-release.mjs', codeSplitting: false },
      },
    },
  });
}
