import type Database from 'better-sqlite3';
import { BRIEFING_VERSION_STEP, PACK_SCHEMA_VERSION } from '../../../shared/domain/pack.ts';
import type { BriefingDb } from './briefingDb.ts';
import type { Migration } from './migration.ts';

/**
 * Brings the reader's tables up to the last migration, all in one transaction together with
 * `user_version`; a briefing is either as it was or wholly migrated. A fresh copy of a pack stands at
 * migration 0.
 *
 * Throws when the list is out of order or the file is newer than the list: the caller looks at the
 * header before it opens a file, so either is a bug.
 */
export function migrate(db: Database.Database, migrations: readonly Migration[]): BriefingDb {
  const current = migrationOf(Number(db.pragma('user_version', { simple: true })));
  const last = lastMigration(migrations);
  if (current > last) throw new Error(`migration ${current} is newer than ${last}`);

  db.transaction(() => {
    for (const { number, sql } of migrations) {
      if (number > current) db.exec(sql);
    }
    db.pragma(`user_version = ${newestVersion(migrations)}`);
  })();
  return db as BriefingDb;
}

/** True when the briefing holds tables of the reader's that an older program made. */
export function needsMigration(db: Database.Database, migrations: readonly Migration[]): boolean {
  const current = migrationOf(Number(db.pragma('user_version', { simple: true })));
  return current > 0 && current < lastMigration(migrations);
}

/** The `user_version` of a briefing that these migrations have brought up. */
export function newestVersion(migrations: readonly Migration[]): number {
  return BRIEFING_VERSION_STEP * PACK_SCHEMA_VERSION + lastMigration(migrations);
}

/** The number of the last migration in the list, which must ascend. */
export function lastMigration(migrations: readonly Migration[]): number {
  let last = 0;
  for (const { number, name } of migrations) {
    if (number <= last) throw new Error(`migration ${name} is out of order`);
    last = number;
  }
  return last;
}

/** A pack carries its bare schema version, which is below the step: no migration has run on it. */
function migrationOf(userVersion: number): number {
  return userVersion < BRIEFING_VERSION_STEP ? 0 : userVersion % BRIEFING_VERSION_STEP;
}
