import Database from 'better-sqlite3';
import { listOwnTables, quoted, type OwnTable } from '../briefing/ownTables.ts';
import { readLeafPages } from './readLeafPages.ts';

export type SalvagedTable = {
  readonly table: OwnTable;
  readonly rows: readonly (readonly unknown[])[];
  /** The keys of all rows that were there, as far as anything still names them. */
  readonly keys: readonly (readonly unknown[])[];
};

export type Salvage = { readonly userVersion: number; readonly tables: readonly SalvagedTable[] };

/** Where no index tells how far row numbers go, so many are tried. */
const BLIND_TRIES = 2_000;

/** SQLite's own, which no pack differs from. */
const PAGE_SIZE = 4096;

/**
 * Reads the reader's own tables out of a damaged file, as much as can be reached: by scans, which end at the
 * first broken page; row by row, by number or by what a row belongs to; and where a table has lost its
 * root, from whatever pages hold its rows. Opened on a copy, since reading a log changes the file.
 *
 * @param expected the tables as this program makes them, for when not even the schema can be read.
 */
export function salvageRows(
  copyPath: string,
  expected: readonly OwnTable[],
  nativeBinding: string | null,
): Salvage {
  const { userVersion, tables } = readByTree(copyPath, nativeBinding) ?? {
    userVersion: 0,
    tables: expected.map((table): TreeTable => ({ table, rows: [], isWhole: false })),
  };
  const broken = tables.filter(({ isWhole }) => !isWhole);
  const loose =
    broken.length === 0
      ? new Map<OwnTable, never[]>()
      : readLeafPages(
          copyPath,
          broken.map(({ table }) => table),
          PAGE_SIZE,
        );
  return {
    userVersion,
    tables: tables.map(({ table, rows, named = [] }) => {
      const known = new Map<string, readonly unknown[]>();
      // The rows that the tree leads to come last, and so hold.
      const all = [...latestLast(table, loose.get(table) ?? []), ...rows];
      for (const row of all) known.set(JSON.stringify(keyOf(table, row)), row);
      const keys = [...named, ...[...known.values()].map((row) => keyOf(table, row))];
      return {
        table,
        rows: [...known.values()],
        keys: [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()],
      };
    }),
  };
}

type TreeTable = {
  readonly table: OwnTable;
  readonly rows: readonly (readonly unknown[])[];
  /** Keys that the index of the key still names. */
  readonly named?: readonly (readonly unknown[])[];
  readonly isWhole: boolean;
};

/** Null where not even the schema can be read. */
function readByTree(
  copyPath: string,
  nativeBinding: string | null,
): { readonly userVersion: number; readonly tables: readonly TreeTable[] } | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(copyPath, nativeBinding === null ? {} : { nativeBinding });
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    const tables: TreeTable[] = [];
    for (const table of listOwnTables(db)) tables.push(readTable(db, table, tables));
    if (tables.length === 0) return null;
    return { userVersion: Number(db.pragma('user_version', { simple: true })), tables };
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  } finally {
    db?.close();
  }
}

function readTable(
  db: Database.Database,
  table: OwnTable,
  before: readonly TreeTable[],
): TreeTable {
  const rows = readWhole(db, `SELECT ${columnsOf(table)} FROM ${quoted(table.name)}`);
  if (rows !== null) return { table, rows, isWhole: true };
  const key = table.key.map(quoted).join(', ');
  return {
    table,
    rows: /WITHOUT ROWID/i.test(table.sql) ? readByKey(db, table, before) : readByNumber(db, table),
    named: readAll(db, `SELECT ${key} FROM ${quoted(table.name)} ORDER BY ${key}`),
    isWhole: false,
  };
}

function latestLast(
  { columns }: OwnTable,
  rows: readonly (readonly unknown[])[],
): readonly (readonly unknown[])[] {
  const at = columns.indexOf('updated_at');
  return at < 0
    ? rows
    : rows.toSorted((one, other) => (String(one[at]) < String(other[at]) ? -1 : 1));
}

/** Row numbers from the table and from the index of its key, whichever can be walked; then row by row. */
function readByNumber(db: Database.Database, table: OwnTable): unknown[][] {
  const select = `SELECT ${columnsOf(table)} FROM ${quoted(table.name)}`;
  const key = table.key.map(quoted);
  const numbers = [
    'NOT INDEXED',
    'NOT INDEXED ORDER BY rowid DESC',
    `ORDER BY ${key.join(', ')}`,
    `ORDER BY ${key.map((column) => `${column} DESC`).join(', ')}`,
  ]
    .flatMap((how) => readAll(db, `SELECT rowid FROM ${quoted(table.name)} ${how}`))
    .map(([number]) => Number(number));
  const last = Math.max(BLIND_TRIES, ...numbers);
  return Array.from({ length: last }, (_, index) =>
    readAll(db, `${select} WHERE rowid = ?`, index + 1),
  ).flat();
}

/** From either end up to the break; in between by each parent that was found. */
function readByKey(
  db: Database.Database,
  table: OwnTable,
  before: readonly TreeTable[],
): unknown[][] {
  const select = `SELECT ${columnsOf(table)} FROM ${quoted(table.name)}`;
  const key = table.key.map(quoted);
  const rows = [
    ...readAll(db, `${select} ORDER BY ${key.join(', ')}`),
    ...readAll(db, `${select} ORDER BY ${key.map((column) => `${column} DESC`).join(', ')}`),
  ];
  const parent = before.find(({ table: { name } }) => table.key[0] === `${name}_id`);
  if (parent !== undefined) {
    const idAt = parent.table.columns.indexOf('id');
    for (const row of parent.rows) {
      rows.push(...readAll(db, `${select} WHERE ${key[0] ?? ''} = ?`, row[idAt]));
    }
  }
  return rows;
}

/** All rows, or null when some cannot be read. */
function readWhole(db: Database.Database, select: string): unknown[][] | null {
  try {
    return db.prepare<[], unknown[]>(`${select} NOT INDEXED`).raw().all();
  } catch (error) {
    if (error instanceof Database.SqliteError) return null;
    throw error;
  }
}

/** Rows up to the first that cannot be read. */
function readAll(db: Database.Database, sql: string, ...values: readonly unknown[]): unknown[][] {
  const rows: unknown[][] = [];
  try {
    for (const row of db
      .prepare<unknown[], unknown[]>(sql)
      .raw()
      .iterate(...values)) {
      rows.push(row);
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  return rows;
}

function columnsOf({ columns }: OwnTable): string {
  return columns.map(quoted).join(', ');
}

function keyOf({ columns, key }: OwnTable, row: readonly unknown[]): readonly unknown[] {
  return key.map((name) => row[columns.indexOf(name)]);
}
