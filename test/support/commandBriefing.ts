import Database from 'better-sqlite3';
import { join } from 'node:path';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { putHandout } from '../../electron/db/own/handout.ts';
import type { Handout } from '../../shared/domain/handout.ts';
import { makeDocument } from './makeDocument.ts';
import { fillTestPack } from './testBriefing.ts';

/** Writes a briefing of one short document with a handout, for the commands of the terminal; answers its path. */
export function writeCommandBriefing(folder: string, handout: Handout): string {
  const packPath = join(folder, 'pack.yandu');
  const pack = new Database(packPath);
  fillTestPack(pack, [
    makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text: '一段话。' }] }),
  ]);
  pack.close();
  const briefingPath = join(folder, 'briefing.yandu');
  const opened = openBriefing({
    packPath,
    expectedSha256: null,
    briefingPath,
    migrations,
    nativeBinding: null,
    useWal: false,
    backup: null,
  });
  if (!opened.ok) throw new Error(opened.code);
  putHandout(opened.value, handout);
  opened.value.close();
  return briefingPath;
}
