import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { contentTables, indexTables } from '../../../shared/domain/packSchema.ts';

/** A table of the reader's own, as some version of the program made it. */
export type OwnTable = {
  readonly name: string;
  /** The statement that made it. */
  readonly sql: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in their order. */
  readonly key: readonly string[];
};

const packTables: ReadonlySet<string> = new Set(
  [...contentTables, ...indexTables].map((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? sql),
);

/**
 * Every table that is not the pack's, in the order they were made: what a table refers to comes first.
 * Read from the file itself, so that it is right for the tables of older and newer programs too.
 */
export function listOwnTables(db: Database.Database): readonly OwnTable[] {
  return db
    .prepare<[], { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`,
    )
    .all()
    .filter(({ name }) => !packTables.has(name))
    .map(({ name, sql }) => {
      const columns = db
        .prepare<[string], { readonly name: string; readonly pk: number }>(
          'SELECT name, pk FROM pragma_table_info(?)',
        )
        .all(name);
      const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
      return {
        name,
        sql,
        columns: columns.map((column) => column.name),
        key: key.map((column) => column.name),
      };
    });
}

/** Rows of a table in the order of its key, each as an array of its columns. */
export function iterateRows(
  db: Database.Database,
  { name, columns, key }: OwnTable,
): IterableIterator<unknown[]> {
  return db
    .prepare<[], unknown[]>(
      `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}
       ORDER BY ${key.map(quoted).join(', ')}`,
    )
    .raw()
    .iterate();
}

/** SHA-256 in hex over all rows of a table. */
export function digestRows(db: Database.Database, table: OwnTable): string {
  return digestOf(iterateRows(db, table));
}

/** The same of rows that were read. */
export function digestOf(rows: Iterable<readonly unknown[]>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}

/** Writes rows into a table of this name; where `ifNew`, a row that is there already stays. */
export function insertRows(
  db: Database.Database,
  { name, columns }: Pick<OwnTable, 'name' | 'columns'>,
  rows: Iterable<readonly unknown[]>,
): void {
  const insert = db.prepare(
    `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows) insert.run(...row);
}

/** A name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
