import type { App } from 'electron';
import { join } from 'node:path';
import { readAccount } from './policy/readAccount.ts';
import type { Machine } from './prepareGround.ts';

/** The computer, and the account on it, that the program runs for. */
export function thisMachine(app: App): Machine {
  return {
    platform: process.platform,
    env: process.env,
    account: readAccount(),
    executable: process.execPath,
    userData: join(app.getPath('appData'), 'Yandu'),
  };
}
