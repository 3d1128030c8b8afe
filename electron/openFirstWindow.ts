// From a prepared data folder to the first window: of the open briefing, or of why there is none.

import { app, BrowserWindow } from 'electron';
import { failure, type Result } from '../shared/domain/result.ts';
import { createShelfDeps } from './createShelfDeps.ts';
import { printAndEnd } from './export/printAndEnd.ts';
import type { Incoming } from './incoming.ts';
import type { LaunchOptions } from './launchOptions.ts';
import type { Log } from './log/createLog.ts';
import { faultPlace } from './log/faultPlace.ts';
import { openFailureWindow } from './openFailureWindow.ts';
import { openMainWindow } from './openMainWindow.ts';
import { openShelf } from './packs/openShelf.ts';
import type { OpenedBriefing } from './packs/shelfDeps.ts';
import type { Ground } from './prepareGround.ts';
import { assetsFolder } from './programPaths.ts';
import type { FaultWatch } from './watchFaults.ts';

type FirstWindowArgs = {
  readonly options: LaunchOptions;
  readonly ground: Result<Ground>;
  readonly incoming: Incoming;
  readonly log: Log;
  readonly faults: FaultWatch;
};

/**
 * Opens the briefing and its window. Whatever goes wrong on the way ends in a window that says so: no handler
 * stands behind these steps, and a bug in one of them would leave a program without a face.
 */
export async function openFirstWindow(args: FirstWindowArgs): Promise<void> {
  const { options, ground, log } = args;
  const reportBug = (error: unknown): void => {
    log({ event: 'bug', channel: 'start', ...faultPlace(error) });
  };
  let isOpen = false;
  try {
    const opened = ground.ok
      ? await openShelf(createShelfDeps(options, ground.value), reportBug)
      : ground;
    if (ground.ok && opened.ok) {
      start({ ...args, opened: opened.value, ground: ground.value });
      isOpen = true;
    } else if (!opened.ok) {
      openFailureWindow({
        reason: opened,
        ground: ground.ok ? ground.value : null,
        options,
        log,
        start: (openedAfterAll, preparedGround) => {
          isOpen = true;
          start({ ...args, opened: openedAfterAll, ground: preparedGround });
        },
      });
    }
  } catch (error) {
    reportBug(error);
    const unfinished = BrowserWindow.getAllWindows();
    const folder = ground.ok ? ground.value.dataFolder : '';
    const reason = failure('start_failed', { folder });
    openFailureWindow({ reason, ground: null, options, log, start: () => undefined });
    for (const window of unfinished) window.destroy();
  }
  // A failure window that is closed without anything done ends the program with 1.
  app.on('window-all-closed', () => {
    if (isOpen) app.quit();
    else app.exit(1);
  });
}

type StartArgs = Omit<FirstWindowArgs, 'ground'> & {
  readonly opened: OpenedBriefing;
  readonly ground: Ground;
};

/** Goes on with an open briefing: its window, or one handout printed and no window at all. */
function start(args: StartArgs): void {
  const { db } = args.opened;
  const { printHandout } = args.options;
  args.log({ event: 'opened' });
  if (printHandout === null) {
    openMainWindow(args);
    return;
  }
  app.on('quit', () => {
    db.close();
    args.log({ event: 'ended' });
  });
  const { policy } = args.ground;
  printAndEnd({ db, request: printHandout, policy, assets: assetsFolder }).catch(
    (error: unknown) => {
      args.log({ event: 'bug', channel: 'print', ...faultPlace(error) });
      app.exit(1);
    },
  );
}
