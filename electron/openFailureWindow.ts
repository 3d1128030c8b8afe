import { utilityProcess } from 'electron';
import { join } from 'node:path';
import { ok, type Failure } from '../shared/domain/result.ts';
import { startChores } from './chores/startChore.ts';
import { createShelfDeps } from './createShelfDeps.ts';
import { backupFolder } from './dataFolder.ts';
import { migrations } from './db/migrations/list.ts';
import { createDialogs } from './export/dialogs.ts';
import { createRescuingHandlers } from './features/rescuing.ts';
import type { LaunchOptions } from './launchOptions.ts';
import { listen } from './listen.ts';
import type { Log } from './log/createLog.ts';
import { faultPlace } from './log/faultPlace.ts';
import { now } from './now.ts';
import { damagedBriefing } from './packs/damagedBriefing.ts';
import { openShelf } from './packs/openShelf.ts';
import type { OpenedBriefing } from './packs/shelfDeps.ts';
import type { Ground } from './prepareGround.ts';
import { codeFolder } from './programPaths.ts';
import { startFailureHandlers } from './startFailure.ts';
import { createWindow } from './window.ts';

type FailureArgs = {
  readonly reason: Failure;
  /** Null when not even that could be prepared. */
  readonly ground: Ground | null;
  readonly options: LaunchOptions;
  readonly log: Log;
  /** Goes on with the briefing that was opened after all. */
  readonly start: (opened: OpenedBriefing, ground: Ground) => void;
};

/** A window with the reason why no briefing is open, and what can be done about it. */
export function openFailureWindow({ reason, ground, options, log, start }: FailureArgs): void {
  log({ event: 'not_opened', code: reason.code });
  const window = createWindow({
    codeFolder,
    storedState: null,
    // Its page has one look.
    theme: 'paper',
  });
  const handlers = startFailureHandlers(reason);
  if (ground === null) {
    listen(window, log, handlers);
    return;
  }
  const deps = createShelfDeps(options, ground);
  const doChore = startChores(utilityProcess, join(codeFolder, 'choreChild.cjs'));
  const rescuing = createRescuingHandlers({
    reason,
    briefing: {
      ...damagedBriefing(reason, deps),
      backupFolder: backupFolder(ground.dataFolder),
      migrations,
      nativeBinding: deps.nativeBinding,
    },
    recover: (args) => doChore<'recover'>({ kind: 'recover', ...args }),
    policy: ground.policy,
    now,
    dialogs: createDialogs(() => window, options.exportFolder),
    reopen: async () => {
      const opened = await openShelf(deps, (error) => {
        log({ event: 'bug', channel: 'start', ...faultPlace(error) });
      });
      if (!opened.ok) return opened;
      start(opened.value, ground);
      window.destroy();
      return ok(null);
    },
  });
  listen(window, log, { ...handlers, ...rescuing });
}
