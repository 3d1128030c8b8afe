import type { IsoTime } from '../../../shared/domain/ids.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { listBackups, type BackupFile } from './backupFiles.ts';
import type { BackUpArgs } from './backUpWork.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { gatherSaved } from './gatherSaved.ts';
import { getPackInfo } from '../reading.ts';

export type Backups = {
  readonly folder: string;
  /** Those of this pack in the folder, the newest first. */
  readonly list: () => readonly BackupFile[];
  /** Makes a backup in every folder where the newest does not hold what was made since. */
  readonly backUp: () => Promise<Result<null>>;
};

type BackupsArgs = Omit<BackUpArgs, 'saved' | 'madeAt'> & {
  readonly db: BriefingDb;
  readonly now: () => IsoTime;
  /** Writes what was gathered: elsewhere, since comparing and syncing it takes its time. */
  readonly write: (args: BackUpArgs) => Promise<Result<null>>;
};

/** The backups of an open briefing: gathered here, where it is open, one after another. */
export function createBackups({ db, now, write, folders, nativeBinding }: BackupsArgs): Backups {
  const { packId } = getPackInfo(db);
  const [folder] = folders;
  let last: Promise<unknown> = Promise.resolve();
  return {
    folder,
    list: () => listBackups(folder, packId),
    backUp: () => {
      const next = last.then(() => {
        // Another briefing was opened while this one waited its turn.
        if (!db.open) return ok(null);
        return write({ saved: gatherSaved(db), folders, madeAt: now(), nativeBinding });
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
}
