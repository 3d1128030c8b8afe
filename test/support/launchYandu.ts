import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rootFlags, testFlags } from '../../build/electron/launchFlags.ts';
import { startElectron, type RunningYandu } from './startElectron.ts';

const dist = resolve(import.meta.dirname, '..', '..', 'dist');

export const stagedApp = resolve(dist, 'app-test');

/** The pack built from `seeds/`, which the staged program carries. */
export const builtPack = resolve(dist, 'briefing.yandu');

export type LaunchArgs = {
  /** The reader's data; a test gives each program its own folder. */
  readonly dataFolder: string;
  /** Where exports are saved instead of asking with the system's dialog. */
  readonly exportFolder?: string;
  /** Another pack than the one built from `seeds/`. */
  readonly packPath?: string;
  /** The policy of the machine; without it there is none. */
  readonly policyPath?: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Public keys to trust instead of the machine's own. */
  readonly trustFolder?: string;
  /** Another program than the staged test build. */
  readonly appFolder?: string;
  /** Further arguments, such as a `yandu://` address. */
  readonly args?: readonly string[];
};

/** Starts the staged test build in a real Electron and answers when its window has loaded. */
export function launchYandu(args: LaunchArgs): Promise<RunningYandu> {
  return startElectron({
    executablePath: runtimeExecutable(),
    chromiumSandbox: rootFlags().length === 0,
    args: programArguments(args),
    ...(args.env && { env: { ...definedVariables(), ...args.env } }),
  });
}

export type SpawnedYandu = {
  /** Gives the exit code. */
  readonly ended: Promise<number | null>;
  /** What it has said on stderr so far. */
  readonly errors: () => string;
  readonly kill: () => void;
};

/** Starts it without a debugger, as a reader does. */
export function spawnYandu(args: LaunchArgs): SpawnedYandu {
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const child = spawn(runtimeExecutable(), programArguments(args), { stdio: [...stdio] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return {
    ended: new Promise((end) => child.once('exit', end)),
    errors: () => errors,
    kill: () => child.kill('SIGKILL'),
  };
}

function programArguments(args: LaunchArgs): string[] {
  return [...testFlags(), args.appFolder ?? stagedApp, ...yanduArguments(args)];
}

/** The app's own arguments; only test and development builds take them. */
export function yanduArguments(args: LaunchArgs): readonly string[] {
  return [
    `--data-folder=${args.dataFolder}`,
    ...(args.exportFolder === undefined ? [] : [`--export-folder=${args.exportFolder}`]),
    ...(args.packPath === undefined ? [] : [`--pack=${args.packPath}`]),
    ...(args.policyPath === undefined ? [] : [`--policy=${args.policyPath}`]),
    ...(args.trustFolder === undefined ? [] : [`--trust-folder=${args.trustFolder}`]),
    ...(args.args ?? []),
  ];
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

// `npm run app` writes it: which Electron runs here.
export function runtimeExecutable(): string {
  const runtime: unknown = JSON.parse(readFileSync(resolve(dist, 'runtime.json'), 'utf8'));
  if (typeof runtime === 'object' && runtime !== null && 'executable' in runtime) {
    if (typeof runtime.executable === 'string') return runtime.executable;
  }
  throw new Error('dist/runtime.json names no executable; run "npm run app" first');
}
