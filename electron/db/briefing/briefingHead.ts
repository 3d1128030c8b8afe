// What a briefing says of itself: which pack it holds, where that came from, how much was made on it.

import Database from 'better-sqlite3';
import { z } from 'zod';
import { packInfoSchema } from '../../../shared/domain/pack.ts';
import { packOriginSchema, type PackOrigin } from '../../../shared/packs/packTrust.ts';
import type { BriefingDb } from './briefingDb.ts';
import { openForeign } from './openForeign.ts';
import { findSetting, putSetting } from './setting.ts';

const { packId, title, version, versionLabel, status, digest } = packInfoSchema.unwrap().shape;
const packRowSchema = z
  .strictObject({ packId, title, version, versionLabel, status, digest })
  .readonly();

export type BriefingHead = {
  readonly pack: z.infer<typeof packRowSchema>;
  /** Null in a pack, and where a program of before made the briefing. */
  readonly origin: PackOrigin | null;
  readonly annotationCount: number;
};

/** The setting that says where a briefing's pack came from. */
export const ORIGIN_KEY = 'pack_origin';

/** Writes down where the content came from; told by getOrigin ever after. */
export function putOrigin(db: BriefingDb, origin: PackOrigin): void {
  putSetting(db, ORIGIN_KEY, origin);
}

/** Where the content of an open briefing came from; where nobody wrote that down nobody vouches for it. */
export function getOrigin(db: BriefingDb): PackOrigin {
  return getHead(db).origin ?? { kind: 'unsigned', sha256: null, installedAt: null };
}

/** Of an open briefing. */
export function getHead(db: Database.Database): BriefingHead {
  const origin = packOriginSchema.safeParse(findSetting(db, ORIGIN_KEY));
  const annotationCount = db
    .prepare<[], number>('SELECT count(*) FROM annotation WHERE deleted_at IS NULL')
    .pluck()
    .get();
  return {
    pack: readPackRow(db),
    origin: origin.success ? origin.data : null,
    annotationCount: annotationCount ?? 0,
  };
}

/** Of a file that is not open: a briefing or a bare pack that was checked; null when SQLite cannot read it. */
export function readHead(path: string, nativeBinding: string | null): BriefingHead | null {
  let db: Database.Database | null = null;
  try {
    db = openForeign(path, nativeBinding);
    const isBriefing = db
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'annotation'")
      .get();
    if (isBriefing !== undefined) return getHead(db);
    return { pack: readPackRow(db), origin: null, annotationCount: 0 };
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof z.ZodError) return null;
    throw error;
  } finally {
    db?.close();
  }
}

function readPackRow(db: Database.Database): BriefingHead['pack'] {
  return packRowSchema.parse(
    db
      .prepare(
        `SELECT pack_id AS packId, title, version, version_label AS versionLabel, status, digest
         FROM pack`,
      )
      .get(),
  );
}
