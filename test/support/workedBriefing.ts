import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putAnnotation } from '../../electron/db/own/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { putHandout } from '../../electron/db/own/handout.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { putTag } from '../../electron/db/own/tag.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { handoutSchema } from '../../shared/domain/handout.ts';
import {
  annotationIdSchema,
  isoTimeSchema,
  tagIdSchema,
  type IsoTime,
} from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { makeDocument } from './makeDocument.ts';
import { fillTestPack } from './testBriefing.ts';

/** A data folder with a small pack beside it. */
export type WorkFolder = {
  readonly folder: string;
  readonly packPath: string;
  readonly briefingPath: string;
  readonly backupFolder: string;
};

export function makeWorkFolder(): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-'));
  const packPath = join(folder, 'pack.yandu');
  const db = new Database(packPath);
  fillTestPack(db, [
    makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text: '深化学习借鉴。' }] }),
  ]);
  db.exec('VACUUM');
  db.close();
  return {
    folder,
    packPath,
    briefingPath: join(folder, 'briefing.yandu'),
    backupFolder: join(folder, 'backups'),
  };
}

export function tryBriefing(work: WorkFolder): Result<BriefingDb> {
  return openBriefing({
    ...work,
    expectedSha256: null,
    migrations,
    nativeBinding: null,
    useWal: true,
    backup: null,
  });
}

export function openWorked(work: WorkFolder): BriefingDb {
  const result = tryBriefing(work);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** The `index`th second of a day. */
export function timeAt(index: number): IsoTime {
  return isoTimeSchema.parse(new Date(Date.UTC(2026, 10, 1) + index * 1000).toISOString());
}

/** The `index`th UUID. */
function uuidAt(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

export function noteAt(index: number, change: Partial<Annotation> = {}): Annotation {
  return {
    id: annotationIdSchema.parse(uuidAt(index)),
    target: { kind: 'free' },
    pigment: null,
    note: `note ${String(index)}. `.repeat(20),
    type: null,
    isPrivate: false,
    tagIds: [],
    author: null,
    createdAt: timeAt(index),
    updatedAt: timeAt(index),
    deletedAt: null,
    ...change,
  };
}

/** Notes number 1 to `count`, each with a tag; one handout. */
export function fillWorked(db: BriefingDb, count: number): void {
  const tagId = tagIdSchema.parse(uuidAt(1_000_000));
  db.transaction(() => {
    putTag(db, { id: tagId, name: '要点' });
    for (let index = 1; index <= count; index += 1) {
      putAnnotation(db, noteAt(index, { tagIds: [tagId] }));
    }
    putHandout(
      db,
      handoutSchema.parse({
        id: uuidAt(2_000_000),
        template: 'digest',
        title: '学习讨论提纲',
        meeting: '',
        date: '',
        place: '',
        host: '',
        statusLine: '',
        preset: 'official',
        citationStyle: 'inline',
        citationFormat: 'full',
        items: [{ id: uuidAt(2_000_001), kind: 'lines', count: 3 }],
        createdAt: timeAt(1),
        updatedAt: timeAt(1),
        deletedAt: null,
      }),
    );
  })();
}
