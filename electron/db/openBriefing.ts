import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { BriefingDb } from './briefingDb.ts';
import { installPack } from './installPack.ts';
import { lastMigration, migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { checkBriefingFile } from './packFile.ts';

type OpenArgs = {
  readonly packPath: string;
  readonly expectedSha256: string | null;
  readonly briefingPath: string;
  readonly migrations: readonly Migration[];
  /** The addon built for this runtime, where it is not the one in the package; null otherwise. */
  readonly nativeBinding: string | null;
  /** False on file systems that cannot share memory (network, FUSE): a rollback journal then. */
  readonly useWal: boolean;
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
  const header = checkBriefingFile(args.briefingPath, lastMigration(args.migrations));
  if (!header.ok) return header;

  let db: Database.Database | null = null;
  try {
    db = new Database(args.briefingPath, {
      fileMustExist: true,
      timeout: 5000,
      ...(args.nativeBinding !== null && { nativeBinding: args.nativeBinding }),
    });
    setPragmas(db, args.useWal);
    return ok(migrate(db, args.migrations));
  } catch (error) {
    db?.close();
    return openFailure(error, args.briefingPath);
  }
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

/** What SQLite can say of a file in the field; anything else is a bug and throws. */
function openFailure(error: unknown, briefingPath: string): Result<BriefingDb> {
  if (!(error instanceof Database.SqliteError)) throw error;
  const folder = dirname(briefingPath);
  if (error.code.startsWith('SQLITE_BUSY')) return failure('briefing_locked', { folder });
  if (error.code.startsWith('SQLITE_FULL')) return failure('disk_full');
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(error.code)) {
    return failure('data_folder_unwritable', { folder });
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
    return failure('briefing_damaged', { file: basename(briefingPath) });
  }
  throw error;
}
