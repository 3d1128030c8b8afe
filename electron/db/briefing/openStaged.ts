import Database from 'better-sqlite3';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { BriefingDb } from './briefingDb.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { briefingFailure } from './briefingFailure.ts';

/** Opens a copied pack that nobody uses yet and gives it the reader's tables. */
export function openStaged(
  path: string,
  migrations: readonly Migration[],
  nativeBinding: string | null,
): Result<BriefingDb> {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, {
      fileMustExist: true,
      ...(nativeBinding !== null && { nativeBinding }),
    });
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    return ok(migrate(db, migrations));
  } catch (error) {
    db?.close();
    return briefingFailure(error, path);
  }
}
