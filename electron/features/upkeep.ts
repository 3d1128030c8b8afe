import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { upkeepChannels } from '../../shared/ipc/upkeep.ts';
import { isBriefingSound } from '../db/checkTables.ts';
import type { Backups } from '../db/createBackups.ts';
import type { FeatureDeps } from './featureDeps.ts';

export type UpkeepDeps = {
  readonly backups: Backups;
  readonly isDiskFull: () => boolean;
};

export function createUpkeepHandlers({
  db,
  backups,
  isDiskFull,
}: FeatureDeps & UpkeepDeps): Handlers<typeof upkeepChannels> {
  const state = () => ({ lastAt: backups.lastAt(), folder: backups.folder });
  return {
    getBackupState: () => ok(state()),
    backUpNow: () => {
      const done = backups.backUp();
      return done.ok ? ok(state()) : done;
    },
    getDiskState: () => ok({ isFull: isDiskFull() }),
    checkBriefing: () => ok({ isSound: isBriefingSound(db) }),
  };
}
