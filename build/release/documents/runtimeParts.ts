import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ElectronRuntime } from '../../electron/electronRuntime.ts';
import { projectFolder } from '../../electron/projectPaths.ts';
import { readProgram } from '../../electron/runProgram.ts';
import { StepFailure } from '../../electron/stepFailure.ts';

/** What a program consists of beside npm packages, with the versions that are really in it. */
export type RuntimeParts = {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly v8: string;
  readonly sqlite: string;
};

const versionsSchema = z.object({
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  v8: z.string(),
});

/** Asks the Electron that was packed, and reads SQLite's own header. */
export async function readRuntimeParts(runtime: ElectronRuntime): Promise<RuntimeParts> {
  const asked = await readProgram(runtime.executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const answer = /^\{.*\}$/m.exec(asked.output)?.[0];
  if (asked.exitCode !== 0 || answer === undefined) {
    throw new StepFailure(
      `this Electron does not say which Chromium and Node it has.\n${asked.output.trim()}`,
      'see that it can be started on this machine; a release names all four versions.',
    );
  }
  const { electron, chrome, node, v8 } = versionsSchema.parse(JSON.parse(answer));
  return { electron, chromium: chrome, node, v8, sqlite: await sqliteVersion() };
}

async function sqliteVersion(): Promise<string> {
  const header = join('node_modules', 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h');
  const text = await readFile(join(projectFolder, header), 'utf8');
  const version = /^#define SQLITE_VERSION\s+"([^"]+)"/m.exec(text)?.[1];
  if (version === undefined) throw new Error('sqlite3.h states no version');
  return version;
}
