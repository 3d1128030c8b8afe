import Database from 'better-sqlite3';
import { BRIEFING_VERSION_STEP, PACK_SCHEMA_VERSION } from '../../../shared/domain/pack.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { lastMigration, migrate } from '../briefing/migrate.ts';
import type { Migration } from '../briefing/migration.ts';
import { insertRows, listOwnTables, type OwnTable } from '../briefing/ownTables.ts';

/** Rows out of a backup or a damaged briefing, and the `user_version` of the program that wrote them. */
export type OwnRows = {
  readonly userVersion: number;
  readonly tables: readonly {
    readonly table: OwnTable;
    readonly rows: readonly (readonly unknown[])[];
  }[];
};

/**
 * Puts rows into fresh tables of their own version, in memory and without a pack, and migrates those. A row
 * that the tables refuse is left out: damage has made it something else.
 */
export function gatherOwn(
  { userVersion, tables }: OwnRows,
  migrations: readonly Migration[],
  nativeBinding: string | null,
): BriefingDb {
  const empty = new Database(':memory:', nativeBinding === null ? {} : { nativeBinding });
  empty.pragma('foreign_keys = OFF');
  const wroteWith = userVersion - BRIEFING_VERSION_STEP * PACK_SCHEMA_VERSION;
  const isKnown = wroteWith > 0 && wroteWith <= lastMigration(migrations);
  const db = migrate(
    empty,
    isKnown ? migrations.filter(({ number }) => number <= wroteWith) : migrations,
  );
  const own = new Map(listOwnTables(db).map((table) => [table.name, table]));
  for (const { table, rows } of tables) {
    const target = own.get(table.name);
    if (target?.columns.join() !== table.columns.join()) continue;
    for (const row of rows) insertIfTaken(db, target, row);
  }
  return migrate(db, migrations);
}

function insertIfTaken(db: BriefingDb, table: OwnTable, row: readonly unknown[]): void {
  try {
    insertRows(db, table, [row]);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}
