// Where the parts of the built program lie: all of main is one file, and this is the folder of it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The program's name among programs, as `electron-builder.yml` gives it to installers. */
export const APP_ID = 'app.yandu.reader';

export const codeFolder = import.meta.dirname;
/** The built page, and its fonts and styles, which printed pages use too. */
export const pageFolder = join(codeFolder, 'renderer');
export const assetsFolder = join(pageFolder, 'assets');

/** The pack in the installed program, or beside the built one. */
export function shippedPack(): string {
  const installed = join(process.resourcesPath, 'briefing.yandu');
  return existsSync(installed) ? installed : join(codeFolder, '..', 'briefing.yandu');
}

/** The addon beside main where this runtime needs one of its own (build/electron/stageApp). */
export function findNativeBinding(): string | null {
  const path = join(codeFolder, 'better_sqlite3.node');
  return existsSync(path) ? path : null;
}
