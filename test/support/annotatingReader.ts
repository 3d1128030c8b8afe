import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { migrate } from '../../electron/db/briefing/migrate.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { createAnnotatingHandlers } from '../../electron/features/annotating.ts';
import { createTaggingHandlers } from '../../electron/features/tagging.ts';
import type { Annotation } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, isoTimeSchema } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { makeDocument } from './makeDocument.ts';
import { fillTestPack } from './testBriefing.ts';

/** What the annotations of these tests are made on. */
export const plan = makeDocument({
  id: 'plan',
  title: '十四五规划纲要',
  segments: [
    { kind: 'heading', text: '第四章 全面深化中新合作' },
    { kind: 'paragraph', text: '勇当中新两国合作的“探路者”和“传播者”。' },
    {
      kind: 'paragraph',
      text: '推进新加坡国立大学苏州研究院发展，联合布局一批重大创新平台和项目。',
    },
  ],
});

/** The value of an answer; throws where there is none. */
export async function value<Value>(answer: Result<Value> | Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/**
 * One who annotates: a new briefing for every test of the file that calls this, and a clock that stands
 * still unless it is told to wait.
 */
export function annotatingReader() {
  let folder = '';
  let db: BriefingDb;
  let clock = 0;
  let ids = 0;

  function openBriefing(): BriefingDb {
    const file = new Database(join(folder, 'briefing.yandu'));
    file.pragma('foreign_keys = ON');
    return migrate(file, migrations);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'annotating-'));
    const pack = new Database(join(folder, 'briefing.yandu'));
    fillTestPack(pack, [plan]);
    pack.close();
    db = openBriefing();
    clock = Date.parse('2026-11-20T08:00:00.000Z');
    ids = 0;
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  const now = () => isoTimeSchema.parse(new Date(clock).toISOString());
  const numbered = (group: string): string => {
    ids += 1;
    return `00000000-0000-4000-${group}-${String(ids).padStart(12, '0')}`;
  };
  const newId = () => annotationIdSchema.parse(numbered('9000'));
  const app = () => {
    const deps = { db, now, newId: () => numbered('8000') };
    return { ...createAnnotatingHandlers(deps), ...createTaggingHandlers(deps) };
  };
  const placeOf = (quote: string) => {
    const start = plan.text.indexOf(quote);
    return { documentId: plan.document.id, start, end: start + quote.length };
  };
  const passage = (quote: string, note = '') =>
    ({
      id: newId(),
      target: { kind: 'passage', place: placeOf(quote), quote },
      pigment: 'gamboge',
      note,
      type: null,
    }) as const;
  const mark = (quote: string, note = ''): Promise<Annotation> =>
    value(app().createAnnotation(passage(quote, note)));
  const listed = (): Promise<readonly Annotation[]> => value(app().listAnnotations({}));

  return {
    db: () => db,
    now,
    app,
    newId,
    placeOf,
    passage,
    mark,
    listed,
    notes: async () => (await listed()).map(({ note }) => note),
    wait: (seconds: number): void => {
      clock += seconds * 1000;
    },
    restart: (): void => {
      db.close();
      db = openBriefing();
    },
  };
}
