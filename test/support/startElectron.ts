import { _electron, errors } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

export type RunningYandu = {
  readonly app: ElectronApplication;
  readonly window: Page;
};

/** A start takes about a second; this is far beyond any slow machine. */
const START_LIMIT_MS = 20_000;

/**
 * Starts an Electron and answers when its first window is there. Now and then the debugger of a fresh
 * Electron never answers; a second start tells that from a fault of the program.
 */
export async function startElectron(options: LaunchOptions): Promise<RunningYandu> {
  try {
    return await startOnce(options);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return startOnce(options);
  }
}

async function startOnce(options: LaunchOptions): Promise<RunningYandu> {
  const app = await _electron.launch({ ...options, timeout: START_LIMIT_MS });
  try {
    return { app, window: await app.firstWindow({ timeout: START_LIMIT_MS }) };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}
