import type Database from 'better-sqlite3';
import { z } from 'zod';
import { packIdSchema } from '../../../shared/domain/ids.ts';
import { iterateRows, listOwnTables, type OwnTable } from '../briefing/ownTables.ts';

const packRow = z
  .object({ packId: packIdSchema, packVersion: z.int(), packDigest: z.string() })
  .readonly();

/** All that a backup is made of, as plain values: another process can be given it. */
export type SavedWork = {
  readonly pack: z.infer<typeof packRow>;
  /** Ids in the order of the pack: annotations are listed by it. */
  readonly documentIds: readonly string[];
  readonly userVersion: number;
  readonly tables: readonly {
    readonly table: OwnTable;
    readonly rows: readonly (readonly unknown[])[];
  }[];
};

/** Undo reaches a day back and is no one's work; where marks stand is found anew. Neither is backed up. */
const unsaved: ReadonlySet<string> = new Set(['history_step', 'history_change', 'resolution']);

/** Reads what the reader made out of an open briefing of any version, in one go. A few ms for 2,000 notes. */
export function gatherSaved(db: Database.Database): SavedWork {
  return db.transaction(() => ({
    pack: packRow.parse(
      db
        .prepare('SELECT pack_id AS packId, version AS packVersion, digest AS packDigest FROM pack')
        .get(),
    ),
    documentIds: db.prepare<[], string>('SELECT id FROM document ORDER BY ord').pluck().all(),
    userVersion: Number(db.pragma('user_version', { simple: true })),
    tables: listOwnTables(db)
      .filter(({ name }) => !unsaved.has(name))
      .map((table) => ({ table, rows: [...iterateRows(db, table)] })),
  }))();
}
