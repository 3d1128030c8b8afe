import Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { failure, ok, type Failure, type Result } from '../../shared/domain/result.ts';
import { findBriefingCheck, isBriefingWhole } from './briefing/briefingCheck.ts';
import type { BriefingDb } from './briefing/briefingDb.ts';
import { briefingFailure } from './briefing/briefingFailure.ts';
import { gatherSaved } from './backup/gatherSaved.ts';
import { installPack } from './briefing/installPack.ts';
import { areOwnTablesSound, isBriefingSound } from './briefing/checkTables.ts';
import { migrate, needsMigration, newestVersion } from './briefing/migrate.ts';
import type { Migration } from './briefing/migration.ts';
import { checkBriefingFile } from './briefing/packFile.ts';
import { writeBackup } from './backup/writeBackup.ts';

type OpenArgs = {
  readonly packPath: string;
  readonly expectedSha256: string | null;
  readonly briefingPath: string;
  readonly migrations: readonly Migration[];
  /** The addon built for this runtime, where it is not the one in the package; null otherwise. */
  readonly nativeBinding: string | null;
  /** False on file systems that cannot share memory (network, FUSE): a rollback journal then. */
  readonly useWal: boolean;
  /** Where the reader's tables are backed up to before a migration changes them; null for a copy. */
  readonly backup: { readonly folder: string; readonly madeAt: IsoTime } | null;
};

/**
 * Opens the reader's briefing, making it from the pack the first time. One connection, exclusive,
 * synced at every commit. The headers are looked at before SQLite opens anything.
 */
export function openBriefing(args: OpenArgs): Result<BriefingDb> {
  if (!existsSync(args.briefingPath)) {
    const installed = installPack(args);
    if (!installed.ok) return installed;
  }
  const header = checkBriefingFile(args.briefingPath, newestVersion(args.migrations));
  if (!header.ok) return header;

  const isSound = wasCutOff(args.briefingPath) ? isBriefingSound : areOwnTablesSound;
  let db: Database.Database | null = null;
  try {
    db = new Database(args.briefingPath, {
      fileMustExist: true,
      timeout: 5000,
      ...(args.nativeBinding !== null && { nativeBinding: args.nativeBinding }),
    });
    setPragmas(db, args.useWal);
    const ready = isNewer(db, args)
      ? failure('briefing_newer', { file: basename(args.briefingPath) })
      : isSound(db)
        ? prepareMigration(db, args)
        : damaged(args.briefingPath);
    if (!ready.ok) {
      db.close();
      return ready;
    }
    const briefing = migrate(db, args.migrations);
    if (!isStillDamaged(briefing)) return ok(briefing);
    db.close();
    return damaged(args.briefingPath);
  } catch (error) {
    db?.close();
    return briefingFailure(error, args.briefingPath);
  }
}

/** A program that ends as it should leaves no log behind; after any other end the whole file is looked at. */
function wasCutOff(briefingPath: string): boolean {
  const log = `${briefingPath}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

/** A newer program that was cut off has its number in the log alone, which the header of the file does not show. */
function isNewer(db: Database.Database, { migrations }: OpenArgs): boolean {
  return Number(db.pragma('user_version', { simple: true })) > newestVersion(migrations);
}

/** Damage that a check of the whole briefing found last time, in the pack's own tables too, is looked for again. */
function isStillDamaged(db: BriefingDb): boolean {
  return findBriefingCheck(db)?.isSound === false && !isBriefingWhole(db);
}

function damaged(briefingPath: string): Failure {
  return failure('briefing_damaged', { file: basename(briefingPath) });
}

/** Backs the reader's tables up when a migration is about to change them. */
function prepareMigration(db: Database.Database, args: OpenArgs): Result<null> {
  const { backup, nativeBinding } = args;
  if (backup === null || !needsMigration(db, args.migrations)) return ok(null);
  const written = writeBackup({
    saved: gatherSaved(db),
    ...backup,
    hasNotes: false,
    nativeBinding,
  });
  return written.ok ? ok(null) : written;
}

/** The order matters: exclusive before WAL, so that the log's index lives in memory and not in a file. */
function setPragmas(db: Database.Database, useWal: boolean): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma(`journal_mode = ${useWal ? 'WAL' : 'DELETE'}`);
  // better-sqlite3 compiles WAL to NORMAL, which does not sync commits: a power cut would lose notes.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
}
