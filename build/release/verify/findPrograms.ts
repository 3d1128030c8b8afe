import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { readFuses } from './fuses.ts';
import type { FuseTable } from './fuses.ts';

export type FoundProgram = {
  /** Relative to the folder that was searched, with `/` on every system. */
  readonly file: string;
  /** One table, or two in a universal macOS program. */
  readonly fuses: readonly FuseTable[];
};

const framework = join('Frameworks', 'Electron Framework.framework', 'Electron Framework');

/** Finds the Electron programs below a folder, unpacked as they will be installed, and reads their fuses. */
export async function findPrograms(folder: string): Promise<readonly FoundProgram[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const archives = entries
    .filter((entry) => entry.isFile() && entry.name === 'app.asar')
    .map((entry) => entry.parentPath);
  const found: FoundProgram[] = [];
  for (const resources of archives) {
    for (const file of await listCandidates(dirname(resources))) {
      const fuses = await readFuses(file).catch(() => null);
      if (fuses === null) continue;
      found.push({ file: relative(folder, file).replaceAll('\\', '/'), fuses });
    }
  }
  return found;
}

// Beside the archive's folder lies the program itself; on macOS the fuses are in the framework.
async function listCandidates(programFolder: string): Promise<readonly string[]> {
  const mac = join(programFolder, framework);
  if (existsSync(mac)) return [mac];
  const entries = await readdir(programFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[^.]+(?:\.exe)?$/.test(entry.name))
    .map(({ name }) => join(programFolder, name));
}
