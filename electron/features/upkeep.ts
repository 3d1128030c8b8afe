import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { IsoTime } from '../../shared/domain/ids.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { upkeepChannels } from '../../shared/ipc/upkeep.ts';
import type { Checks } from '../chores/createChecks.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import type { Backups } from '../db/backup/createBackups.ts';
import type { Migration } from '../db/briefing/migration.ts';
import { countWork, readBackup, restoreWork, type WorkCounts } from '../db/rescue/restoreBackup.ts';
import type { FeatureDeps } from './featureDeps.ts';

export type UpkeepDeps = {
  readonly backups: Backups;
  readonly checks: Checks;
  readonly migrations: readonly Migration[];
  readonly nativeBinding: string | null;
  readonly isDiskFull: () => boolean;
};

export function createUpkeepHandlers(
  deps: FeatureDeps & UpkeepDeps,
): Handlers<typeof upkeepChannels> {
  const { backups, checks, isDiskFull } = deps;
  const state = () => ({
    lastAt: backups.list()[0]?.madeAt ?? null,
    folder: backups.folder,
    check: checks.last(),
  });
  return {
    getBackupState: () => ok(state()),
    backUpNow: async () => {
      const done = await backups.backUp();
      return done.ok ? ok(state()) : done;
    },
    listBackups: () => ok(backups.list().map(({ madeAt }) => madeAt)),
    describeBackup: ({ madeAt }) =>
      withBackup(deps, madeAt, (backup) => Promise.resolve(ok(countWork(backup)))),
    restoreBackup: ({ madeAt }) => withBackup(deps, madeAt, (backup) => restore(deps, backup)),
    getDiskState: () => ok({ isFull: isDiskFull(), isDamaged: checks.last()?.isSound === false }),
    checkBriefing: () => checks.run(),
  };
}

async function withBackup<Value>(
  { backups, migrations, nativeBinding }: UpkeepDeps,
  madeAt: IsoTime,
  use: (backup: BriefingDb) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const file = backups.list().find((one) => one.madeAt === madeAt);
  const backup = file && readBackup({ file, migrations, nativeBinding });
  if (backup === undefined) return failure('backup_unsound');
  if (!backup.ok) return backup;
  try {
    return await use(backup.value);
  } finally {
    backup.value.close();
  }
}

/** The backup is in memory by now: making another one may thin out the file it was read from. */
async function restore(
  { db, backups }: FeatureDeps & UpkeepDeps,
  backup: BriefingDb,
): Promise<Result<WorkCounts>> {
  const saved = await backups.backUp();
  return saved.ok ? ok(restoreWork(db, backup)) : saved;
}
