import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BriefingDb } from './briefingDb.ts';
import { copyBriefing } from './briefingFiles.ts';
import { removeFolder } from '../../removeFolder.ts';

export type ReadOnlyBriefing = { readonly db: BriefingDb; readonly close: () => void };

/**
 * Opens a briefing that this program must not touch, such as a newer program's: as a copy, since SQLite
 * writes beside even a file that it only reads. Nobody vouches that its tables are those this program
 * knows. `close` removes the copy.
 */
export function openToRead(briefingPath: string, nativeBinding: string | null): ReadOnlyBriefing {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-read-'));
  const remove = (): void => {
    removeFolder(folder);
  };
  try {
    const copy = join(folder, 'briefing.yandu');
    copyBriefing(briefingPath, copy);
    const db = new Database(copy, nativeBinding === null ? {} : { nativeBinding });
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    return {
      db: db as BriefingDb,
      close: () => {
        db.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
