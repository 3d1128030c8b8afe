import type { Plugin } from 'vite';

const packageFolder = /^(?:.*[\\/])?node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** The npm package a bundled file comes from, or null for the project's own files. */
export function packageOf(moduleId: string): string | null {
  return packageFolder.exec(moduleId.replace(/^\0/, ''))?.[1]?.replace('\\', '/') ?? null;
}

/**
 * A Vite plugin that adds to `names` every npm package of which a file is in the bundle: their licences go
 * into the program, and they into its bill of materials.
 */
export function collectPackages(names: Set<string>): Plugin {
  return {
    name: 'yandu-collect-packages',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const name = packageOf(id);
        if (name !== null) names.add(name);
      }
    },
  };
}
