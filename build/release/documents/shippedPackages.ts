import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../electron/projectPaths.ts';
import { readPackages } from '../../electron/stageApp.ts';

/** An npm package of which code is in the program. */
export type ShippedPackage = {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package states it. */
  readonly licence: string;
  /** SHA-512 in hex of the registry's archive, from the lock file. */
  readonly sha512: string | null;
  /** The licence's text, and notices, as the package brings them. */
  readonly texts: readonly string[];
};

const manifestSchema = z.object({
  version: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ integrity: z.string().optional() })),
});

/**
 * What the bundler put into the staged application, and what those packages depend on themselves: some bring
 * their dependencies already bundled, where no bundler sees them.
 */
export async function listShippedPackages(): Promise<readonly ShippedPackage[]> {
  const lock = lockSchema.parse(
    JSON.parse(await readFile(join(projectFolder, 'package-lock.json'), 'utf8')),
  );
  const shipped = new Map<string, ShippedPackage>();
  const waiting = (await readPackages()).map((name) => folderOf(name, projectFolder));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, folder } = next;
    if (shipped.has(folder)) continue;
    const manifest = manifestSchema.parse(
      JSON.parse(await readFile(join(projectFolder, folder, 'package.json'), 'utf8')),
    );
    shipped.set(folder, {
      name,
      version: manifest.version,
      licence: manifest.license,
      sha512: hexOf(lock.packages[folder.replaceAll('\\', '/')]?.integrity),
      texts: await readTexts(join(projectFolder, folder)),
    });
    // Types are not in a program.
    const needed = Object.keys(manifest.dependencies).filter((one) => !one.startsWith('@types/'));
    waiting.push(...needed.map((one) => folderOf(one, join(projectFolder, folder))));
  }
  return [...shipped.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

type Installed = { readonly name: string; readonly folder: string };

/** Where Node would find a package from a folder, relative to the project. */
function folderOf(name: string, from: string): Installed {
  for (let folder = from; folder.startsWith(projectFolder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return { name, folder: candidate.slice(projectFolder.length + 1) };
  }
  throw new Error(`${name} is in the program and not installed; run "npm ci".`);
}

function hexOf(integrity: string | undefined): string | null {
  const base64 = integrity?.startsWith('sha512-') === true ? integrity.slice(7) : null;
  return base64 === null ? null : Buffer.from(base64, 'base64').toString('hex');
}

async function readTexts(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder))
    .filter((name) => /^(?:licen[cs]e|notice)/i.test(name))
    .sort();
  const texts: string[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null);
    if (text !== null) texts.push(text.trim());
  }
  if (texts.length === 0) throw new Error(`${folder} brings no licence text.`);
  return texts;
}
