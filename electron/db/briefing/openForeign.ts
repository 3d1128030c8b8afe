import Database from 'better-sqlite3';
import { contentTables, indexTables } from '../../../shared/domain/packSchema.ts';

/**
 * Opens a pack, briefing or backup that nobody vouches for yet, to read only: its schema is not trusted, its cells are
 * checked, nothing of it is mapped into memory. No function of ours is registered on this connection.
 */
export function openForeign(path: string, nativeBinding: string | null): Database.Database {
  const db = new Database(path, {
    readonly: true,
    fileMustExist: true,
    ...(nativeBinding !== null && { nativeBinding }),
  });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('query_only = ON');
  return db;
}

/** Every entry of `sqlite_schema` as one text, in a fixed order; the place of its root page is left out. */
export function listSchema(db: Database.Database): readonly string[] {
  return db
    .prepare<[], [string, string, string, string | null]>(
      'SELECT type, name, tbl_name, sql FROM sqlite_schema',
    )
    .raw()
    .all()
    .map((entry) => JSON.stringify(entry))
    .sort();
}

/** What SQLite makes of exactly our statements: tables and the indexes of their constraints. */
export function listPackSchema(nativeBinding: string | null): readonly string[] {
  const db = new Database(':memory:', nativeBinding === null ? {} : { nativeBinding });
  try {
    for (const statement of [...contentTables, ...indexTables]) db.exec(statement);
    return listSchema(db);
  } finally {
    db.close();
  }
}

/** Whether SQLite itself gave up on a file. */
export function isDamage(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(error.code)
  );
}
