// What the program knows of itself, for commands and for the page that names its versions.

import type { App } from 'electron';
import type { ProgramFacts } from './commands/programFacts.ts';
import type { AppDeps } from './features/app.ts';
import type { LaunchOptions } from './launchOptions.ts';
import { findNativeBinding, shippedPack } from './programPaths.ts';
import { thisMachine } from './thisMachine.ts';

export function readProgramFacts(app: App, { packPath }: LaunchOptions): ProgramFacts {
  return {
    machine: thisMachine(app),
    version: app.getVersion(),
    electronShipped: __ELECTRON_SHIPPED__,
    packPath: packPath ?? shippedPack(),
    packSha256: packPath === null ? __SHIPPED_PACK_SHA256__ : '',
    nativeBinding: findNativeBinding(),
    ownArguments: process.defaultApp ? process.argv.slice(1, 2) : [],
  };
}

export function readVersions(app: App): AppDeps['versions'] {
  return {
    app: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    electronShipped: __ELECTRON_SHIPPED__,
    electronTested: __ELECTRON_TESTED__,
  };
}
