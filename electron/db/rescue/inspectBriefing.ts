import Database from 'better-sqlite3';
import type { BriefingCheck } from '../../../shared/ipc/upkeep.ts';
import { findBriefingCheck } from '../briefing/briefingCheck.ts';
import { areOwnTablesSound, isBriefingSound } from '../briefing/checkTables.ts';
import { listOwnTables, quoted } from '../briefing/ownTables.ts';
import { findSetting } from '../briefing/setting.ts';

/** What can be told of a briefing without a word of what is in it. */
export type BriefingFacts =
  /** The program has it open. */
  | { readonly status: 'in_use' }
  | { readonly status: 'unreadable'; readonly code: string }
  | {
      readonly status: 'sound' | 'damaged';
      readonly areOwnTablesSound: boolean;
      /** When the program itself last looked the whole of it through, and what came of it. */
      readonly lastCheck: BriefingCheck | null;
      /** `user_version`. */
      readonly schema: number;
      readonly packId: string;
      readonly packVersion: number;
      /** Rows of the reader's own tables. */
      readonly rows: Readonly<Record<string, number>>;
      /** As they are stored; some of them hold words of the reader. */
      readonly settings: unknown;
    };

/** Opens a briefing to read only, checks it and counts. */
export function inspectBriefing(path: string, nativeBinding: string | null): BriefingFacts {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, {
      readonly: true,
      timeout: 0,
      ...(nativeBinding !== null && { nativeBinding }),
    });
    return factsOf(db);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY')) return { status: 'in_use' };
    return { status: 'unreadable', code: error.code };
  } finally {
    db?.close();
  }
}

function factsOf(db: Database.Database): BriefingFacts {
  const pack = db
    .prepare<[], { id: string; version: number }>('SELECT pack_id AS id, version FROM pack')
    .get();
  const rows = listOwnTables(db).map(({ name }) => {
    const counted = db
      .prepare<[], { count: number }>(`SELECT count(*) AS count FROM ${quoted(name)}`)
      .get();
    return [name, counted?.count ?? 0] as const;
  });
  return {
    status: isBriefingSound(db) ? 'sound' : 'damaged',
    areOwnTablesSound: areOwnTablesSound(db),
    lastCheck: findBriefingCheck(db),
    schema: Number(db.pragma('user_version', { simple: true })),
    packId: pack?.id ?? '',
    packVersion: pack?.version ?? 0,
    rows: Object.fromEntries(rows),
    settings: findSetting(db, 'settings'),
  };
}
