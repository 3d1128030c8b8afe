import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const projectFolder = resolve(import.meta.dirname, '..', '..');

/** Where built things go: the pack, the staged app. */
export const distFolder = join(projectFolder, 'dist');

/** The pack the build makes and the app carries. */
export const packFile = join(distFolder, 'briefing.yandu');

/**
 * Where fetched and compiled things are kept between runs. Outside node_modules, because
 * `npm ci` empties that; outside the repository, because none of it may be committed or shipped.
 */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'];
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'yandu-build');
}
