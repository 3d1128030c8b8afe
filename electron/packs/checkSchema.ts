import type { Database } from 'better-sqlite3';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';
import { listPackSchema, listSchema } from '../db/briefing/openForeign.ts';

/**
 * The exact-schema rule: `sqlite_schema` holds our statements byte for byte and nothing else, so no view,
 * trigger, generated column or virtual table is ever run. It stands before every query on a table and
 * before `quick_check`, which would evaluate the CHECK constraints and generated columns of a stranger.
 */
export function checkSchema(
  db: Database,
  file: string,
  nativeBinding: string | null,
): Checked<null> {
  const own = listPackSchema(nativeBinding);
  const found = listSchema(db);
  const differing =
    found.find((entry) => !own.includes(entry)) ?? own.find((entry) => !found.includes(entry));
  if (differing !== undefined || found.length !== own.length) {
    return refused('schema_foreign', { file, item: nameEntry(differing) });
  }
  const isSound = db.pragma('quick_check(1)', { simple: true }) === 'ok';
  return isSound ? passed(null) : refused('damaged', { file });
}

/** The kind of the entry; its name is the stranger's own text. */
function nameEntry(entry: string | undefined): string {
  const kind = entry === undefined ? null : /^\["(table|index|view|trigger)"/.exec(entry)?.[1];
  return kind ?? 'sqlite_schema';
}
