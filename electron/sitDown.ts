import { failure } from '../shared/domain/result.ts';
import { createChecks, type Checks } from './chores/createChecks.ts';
import type { DoChore } from './chores/startChore.ts';
import { backupFolder } from './dataFolder.ts';
import type { BriefingDb } from './db/briefing/briefingDb.ts';
import { createBackups, type Backups } from './db/backup/createBackups.ts';
import { dropUnwritten } from './db/own/dropUnwritten.ts';
import { purgeExpired } from './db/own/purgeExpired.ts';
import type { Log } from './log/createLog.ts';
import { faultPlace } from './log/faultPlace.ts';
import { now } from './now.ts';
import type { Ground } from './prepareGround.ts';
import { findNativeBinding } from './programPaths.ts';
import { startUpkeep } from './startUpkeep.ts';

/** The briefing that is open, with what is done for it while it is; `end` stops that and closes it. */
type Sitting = {
  readonly db: BriefingDb;
  readonly backups: Backups;
  readonly checks: Checks;
  readonly end: () => void;
};

type SitDownArgs = {
  readonly ground: Ground;
  readonly log: Log;
  readonly doChore: DoChore;
  readonly isIdle: () => boolean;
  /** Told when the briefing was found damaged. */
  readonly onDamage: () => void;
};

/** Begins to back up, to check and to purge an open briefing, without the notes that nobody wrote. */
export function sitDown(db: BriefingDb, args: SitDownArgs): Sitting {
  const { log, doChore, isIdle, onDamage } = args;
  const { dataFolder, policy } = args.ground;
  const folder = backupFolder(dataFolder);
  const nativeBinding = findNativeBinding();
  const checks = createChecks({ db, dataFolder, nativeBinding, now, doChore, isIdle });
  const backups = createBackups({
    db,
    folders: [folder, ...(policy.backupFolder === null ? [] : [policy.backupFolder])],
    nativeBinding,
    now,
    write: async (work) =>
      (await doChore<'backUp'>({ kind: 'backUp', ...work })) ??
      failure('backup_failed', { folder }),
  });
  // Those of a window that is closed; in an open one a note may just have been begun.
  dropUnwritten(db, null);
  const stopUpkeep = startUpkeep({
    now,
    backUp: backups.backUp,
    purge: () => {
      purgeExpired(db, now());
    },
    check: async () => {
      const check = await checks.runWhenDue();
      if (check?.ok !== true || check.value.isSound) return;
      log({ event: 'found_damaged' });
      onDamage();
    },
    report: ({ code }) => {
      log({ event: 'backup_failed', code });
    },
    reportBug: (error) => {
      log({ event: 'bug', channel: 'upkeep', ...faultPlace(error) });
    },
  });
  return {
    db,
    backups,
    checks,
    end: () => {
      stopUpkeep();
      db.close();
    },
  };
}
