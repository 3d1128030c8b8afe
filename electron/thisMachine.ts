import type { App } from 'electron';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './prepareGround.ts';

/** The computer, and the account on it, that the program runs for. */
export function thisMachine(app: App): Machine {
  const { homedir, username } = userInfo();
  return {
    platform: process.platform,
    env: process.env,
    account: { home: homedir, user: username },
    executable: process.execPath,
    userData: join(app.getPath('appData'), 'Yandu'),
  };
}
