import { resolve, join } from 'node:path';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { composeSource } from '../../electron/db/composeSource.ts';
import { putHandout } from '../../electron/db/own/handout.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { listDocuments } from '../../electron/db/reading.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { Handout } from '../../shared/domain/handout.ts';

/** Makes a reader's briefing from the built pack and puts handouts on its desk; the last one lies on top. */
export function writeHandoutBriefing(
  dataFolder: string,
  make: (documents: readonly DocumentContent[], db: BriefingDb) => readonly Handout[],
): readonly Handout[] {
  const opened = openBriefing({
    packPath: resolve(import.meta.dirname, '..', '..', 'dist', 'briefing.yandu'),
    expectedSha256: null,
    briefingPath: join(dataFolder, 'briefing.yandu'),
    migrations,
    nativeBinding: null,
    useWal: true,
    backup: null,
  });
  if (!opened.ok) throw new Error(opened.code);
  const db = opened.value;
  try {
    const source = composeSource(db);
    const documents = listDocuments(db)
      .map(({ id }) => source.findDocument(id))
      .filter((content) => content !== null);
    const handouts = make(documents, db);
    db.transaction(() => {
      for (const handout of handouts) putHandout(db, handout);
    })();
    return handouts;
  } finally {
    db.close();
  }
}
