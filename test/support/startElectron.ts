import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

type LaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

export type RunningYandu = {
  readonly app: ElectronApplication;
  readonly window: Page;
};

/** A start takes about a second; this is far beyond any slow machine. */
const START_LIMIT_MS = 20_000;

/**
 * Starts an Electron and answers when its first window is there. The test build waits for Playwright
 * before it makes one (electron/debuggerAttached.ts says why), so a start that fails is a fault.
 */
export async function startElectron(options: LaunchOptions): Promise<RunningYandu> {
  const app = await _electron.launch({ ...options, timeout: START_LIMIT_MS });
  try {
    return { app, window: await app.firstWindow({ timeout: START_LIMIT_MS }) };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}
