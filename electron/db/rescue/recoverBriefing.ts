import Database from 'better-sqlite3';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  isoTimeSchema,
  packIdSchema,
  type IsoTime,
  type PackId,
} from '../../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';
import type { Recovery } from '../../../shared/ipc/rescuing.ts';
import { listBackups, type BackupFile } from '../backup/backupFiles.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { copyBriefing, keepDamaged, removeCompanions } from '../briefing/briefingFiles.ts';
import { gatherOwn, type OwnRows } from './gatherOwn.ts';
import { installPack } from '../briefing/installPack.ts';
import { mergeOwn } from '../edition/mergeOwn.ts';
import { migrate } from '../briefing/migrate.ts';
import type { Migration } from '../briefing/migration.ts';
import { openForeign } from '../briefing/openForeign.ts';
import { openBackup, type OpenBackup } from '../backup/openBackup.ts';
import { iterateRows, listOwnTables } from '../briefing/ownTables.ts';
import { padToSize } from './padToSize.ts';
import { salvageRows } from './salvageRows.ts';
import { syncFile, syncFolder } from '../briefing/syncToDisk.ts';
import { removeFolder } from '../../removeFolder.ts';
import { renameDurably } from '../../renameDurably.ts';

export type RecoverArgs = {
  /** The pack the briefing is made of anew, as `installPack` takes it. */
  readonly packPath: string;
  readonly expectedSha256: string | null;
  readonly briefingPath: string;
  readonly backupFolder: string;
  readonly migrations: readonly Migration[];
  readonly nativeBinding: string | null;
  readonly now: IsoTime;
};

/**
 * Puts a new briefing in the place of a damaged one: the pack, the newest sound backup of it, and every row
 * that can still be read, of two states the later. All of it is made in a folder beside and only then takes
 * the name; the damaged files are kept in `damaged/<time>/`. What fails on the way changes nothing.
 */
export function recoverBriefing(args: RecoverArgs): Result<Recovery> {
  return replaceBriefing(args, (fresh, work) => {
    const copy = join(work, 'damaged.yandu');
    copyBriefing(args.briefingPath, copy);
    padToSize(copy);
    const { backup, ahead } = openNewestBackups(fresh, args);
    for (const one of [ahead, backup]) if (one !== null) mergeBackup(fresh, one, args);
    return {
      lost: mergeSalvage(fresh, copy, args),
      backupAt: (backup ?? ahead)?.info.madeAt ?? null,
    };
  });
}

/** When the newest backup of the pack was made; null when there is none, or no pack. */
export function findBackupTime({
  packPath,
  backupFolder,
  nativeBinding,
}: BackupOf): IsoTime | null {
  const packId = readPackId(packPath, nativeBinding);
  return packId === null ? null : (listBackups(backupFolder, packId)[0]?.madeAt ?? null);
}

type BackupOf = Pick<RecoverArgs, 'packPath' | 'backupFolder' | 'nativeBinding'>;

function readPackId(packPath: string, nativeBinding: string | null): PackId | null {
  try {
    const db = openForeign(packPath, nativeBinding);
    try {
      return packIdSchema.parse(db.prepare('SELECT pack_id FROM pack').pluck().get());
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The last resort: an empty briefing of the pack. The old files are kept in `damaged/<time>/`. */
export function startAnew(args: RecoverArgs): Result<Recovery> {
  return replaceBriefing(args, () => ({ lost: 0, backupAt: null }));
}

/** Takes a briefing away whose pack is not at hand, so that another can be opened; it is kept likewise. */
export function setAside({ briefingPath, now }: RecoverArgs): Result<Recovery> {
  try {
    keepDamaged(briefingPath, now);
    removeCompanions(briefingPath);
    rmSync(briefingPath, { force: true });
    syncFolder(dirname(briefingPath));
    return ok({ notes: 0, handouts: 0, newestAt: null, lost: 0, backupAt: null });
  } catch (error) {
    return recoverFailure(error, dirname(briefingPath));
  }
}

function replaceBriefing(
  args: RecoverArgs,
  fill: (fresh: BriefingDb, work: string) => Pick<Recovery, 'lost' | 'backupAt'>,
): Result<Recovery> {
  const { briefingPath, migrations, nativeBinding, now } = args;
  const work = `${briefingPath}.recovering`;
  const path = join(work, 'fresh.yandu');
  try {
    removeFolder(work);
    mkdirSync(work, { mode: 0o700 });
    const installed = installPack({ ...args, briefingPath: path });
    if (!installed.ok) return installed;
    const fresh = migrate(openFresh(path, nativeBinding), migrations);
    let recovery: Recovery;
    try {
      recovery = { ...fill(fresh, work), ...countOwn(fresh) };
    } finally {
      fresh.close();
    }
    syncFile(path);
    keepDamaged(briefingPath, now);
    removeCompanions(briefingPath);
    renameDurably(path, briefingPath);
    return ok(recovery);
  } catch (error) {
    return recoverFailure(error, dirname(briefingPath));
  } finally {
    removeFolder(work);
  }
}

/** Nobody reads the file before it is whole and synced: until then nothing is waited for. */
function openFresh(path: string, nativeBinding: string | null): Database.Database {
  const db = new Database(path, nativeBinding === null ? {} : { nativeBinding });
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  return db;
}

/** The newest sound one, and the newest with a date that is yet to come: a clock was wrong, and nobody knows how old it is. */
function openNewestBackups(
  fresh: BriefingDb,
  { backupFolder, nativeBinding, now }: RecoverArgs,
): Record<'backup' | 'ahead', OpenBackup | null> {
  const packId = packIdSchema.parse(fresh.prepare('SELECT pack_id FROM pack').pluck().get());
  const all = listBackups(backupFolder, packId);
  const openFirst = (files: readonly BackupFile[]): OpenBackup | null => {
    for (const { path } of files) {
      const backup = openBackup(path, nativeBinding);
      if (backup !== null) return backup;
    }
    return null;
  };
  return {
    backup: openFirst(all.filter(({ madeAt }) => madeAt <= now)),
    ahead: openFirst(all.filter(({ madeAt }) => madeAt > now)),
  };
}

function mergeBackup(fresh: BriefingDb, { db }: OpenBackup, args: RecoverArgs): void {
  const tables = listOwnTables(db).map((table) => ({ table, rows: [...iterateRows(db, table)] }));
  const userVersion = Number(db.pragma('user_version', { simple: true }));
  mergeRows(fresh, { userVersion, tables }, args);
  db.close();
}

/** Answers how many annotations and handouts were named in the damaged file and are nowhere to be read. */
function mergeSalvage(fresh: BriefingDb, copy: string, args: RecoverArgs): number {
  const { userVersion, tables } = salvageRows(copy, listOwnTables(fresh), args.nativeBinding);
  mergeRows(fresh, { userVersion, tables }, args);
  return tables.reduce((lost, { table, keys }) => {
    if (table.name !== 'annotation' && table.name !== 'handout') return lost;
    const isThere = fresh.prepare(`SELECT 1 FROM ${table.name} WHERE id = ?`);
    return lost + keys.filter(([id]) => isThere.get(id) === undefined).length;
  }, 0);
}

function mergeRows(fresh: BriefingDb, rows: OwnRows, args: RecoverArgs): void {
  const gathered = gatherOwn(rows, args.migrations, args.nativeBinding);
  try {
    mergeOwn(fresh, gathered);
  } finally {
    gathered.close();
  }
}

function countOwn(db: BriefingDb): Pick<Recovery, 'notes' | 'handouts' | 'newestAt'> {
  const count = (table: string): number =>
    Number(db.prepare(`SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`).pluck().get());
  const newest = db
    .prepare(
      `SELECT max(updated_at) FROM
         (SELECT updated_at FROM annotation UNION ALL SELECT updated_at FROM handout)`,
    )
    .pluck()
    .get();
  return {
    notes: count('annotation'),
    handouts: count('handout'),
    newestAt: newest === null ? null : isoTimeSchema.parse(newest),
  };
}

function recoverFailure(error: unknown, folder: string): Result<never> {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(String(error.code))) return failure('disk_full');
  return failure('data_folder_unwritable', { folder });
}
