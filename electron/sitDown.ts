import { backupFolder } from './dataFolder.ts';
import type { BriefingDb } from './db/briefingDb.ts';
import { createBackups, type Backups } from './db/createBackups.ts';
import { purgeExpired } from './db/purgeExpired.ts';
import type { Log } from './log/createLog.ts';
import { now } from './now.ts';
import type { Ground } from './prepareGround.ts';
import { findNativeBinding } from './programPaths.ts';
import { startUpkeep } from './startUpkeep.ts';

/** The briefing that is open, with what is done for it while it is; `end` stops that and closes it. */
type Sitting = { readonly db: BriefingDb; readonly backups: Backups; readonly end: () => void };

/** Begins to back up and to purge an open briefing. */
export function sitDown(db: BriefingDb, { dataFolder, policy }: Ground, log: Log): Sitting {
  const backups = createBackups({
    db,
    folders: [
      backupFolder(dataFolder),
      ...(policy.backupFolder === null ? [] : [policy.backupFolder]),
    ],
    nativeBinding: findNativeBinding(),
    now,
  });
  const stopUpkeep = startUpkeep({
    now,
    backUp: backups.backUp,
    purge: () => {
      purgeExpired(db, now());
    },
    report: ({ code }) => {
      log({ event: 'backup_failed', code });
    },
  });
  return {
    db,
    backups,
    end: () => {
      stopUpkeep();
      db.close();
    },
  };
}
