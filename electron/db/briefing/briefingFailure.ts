import Database from 'better-sqlite3';
import { basename, dirname } from 'node:path';
import { failure, type Failure } from '../../../shared/domain/result.ts';

/** What SQLite can say of a file in the field; anything else is a bug and throws. */
export function briefingFailure(error: unknown, briefingPath: string): Failure {
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
