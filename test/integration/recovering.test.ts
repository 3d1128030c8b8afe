import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listAnnotations, putAnnotation } from '../../electron/db/own/annotation.ts';
import { backUpWork } from '../../electron/db/backup/backUpWork.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { gatherSaved } from '../../electron/db/backup/gatherSaved.ts';
import { listHandouts } from '../../electron/db/own/handout.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { listReadingPlaces, putReadingPlace } from '../../electron/db/own/readingPlace.ts';
import { recoverBriefing, startAnew } from '../../electron/db/rescue/recoverBriefing.ts';
import { findSetting, putSetting } from '../../electron/db/briefing/setting.ts';
import { listTags, putTag, removeTag } from '../../electron/db/own/tag.ts';
import { createHandoutsHandlers } from '../../electron/features/handouts.ts';
import { documentIdSchema, tagIdSchema, type TagId } from '../../shared/domain/ids.ts';
import type { Recovery } from '../../shared/ipc/rescuing.ts';
import {
  fillWorked,
  makeWorkFolder,
  noteAt,
  openWorked,
  timeAt,
  tryBriefing,
  type WorkFolder,
} from '../support/workedBriefing.ts';

let work: WorkFolder;
const PAGE = 4096;
const NOTES = 300;

beforeEach(() => {
  work = makeWorkFolder();
});

function recoverArgs() {
  return { ...work, expectedSha256: null, migrations, nativeBinding: null, now: timeAt(9000) };
}

function recovered(): Recovery {
  const result = recoverBriefing(recoverArgs());
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function backUp(db: BriefingDb, at: number): void {
  const saved = gatherSaved(db);
  const folders = [work.backupFolder] as const;
  expect(backUpWork({ saved, folders, nativeBinding: null, madeAt: timeAt(at) }).ok).toBe(true);
}

function tagAt(index: number): TagId {
  return tagIdSchema.parse(noteAt(index).id);
}

/** A briefing with notes, closed, in one file; where `isBackedUp`, with a backup of the first half. */
function work300({ isBackedUp = false } = {}): void {
  const db = openWorked(work);
  fillWorked(db, isBackedUp ? NOTES / 2 : NOTES);
  if (isBackedUp) {
    backUp(db, 5000);
    for (let index = NOTES / 2 + 1; index <= NOTES; index += 1) putAnnotation(db, noteAt(index));
  }
  db.close();
}

/** Pages of the reader's tables, which lie behind those of the pack. */
function ownPages(): { first: number; count: number } {
  const first = readFileSync(work.packPath).length / PAGE;
  return { first, count: readFileSync(work.briefingPath).length / PAGE - first };
}

function overwritePages(pages: readonly number[], fill: number): void {
  const bytes = readFileSync(work.briefingPath);
  for (const page of pages) bytes.fill(fill, page * PAGE, (page + 1) * PAGE);
  writeFileSync(work.briefingPath, bytes);
}

/** A small generator of equal numbers for equal seeds (Lehmer's). */
function numbersFrom(seed: number): () => number {
  let state = 1 + seed * 7_919_777;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function keptFiles(): string[] {
  const [time = ''] = readdirSync(join(work.folder, 'damaged'));
  return readdirSync(join(work.folder, 'damaged', time));
}

describe('a damaged briefing', () => {
  it('is put together from what can be read, and the damaged files are kept as they were', () => {
    work300();
    const { first, count } = ownPages();
    overwritePages([first + Math.floor(count / 2)], 7);
    const damaged = readFileSync(work.briefingPath);
    expect(tryBriefing(work)).toMatchObject({ code: 'briefing_damaged' });

    const recovery = recovered();

    expect(recovery.notes).toBeGreaterThan(NOTES * 0.9);
    expect(recovery.notes + recovery.lost).toBeGreaterThanOrEqual(NOTES);
    expect(recovery.backupAt).toBeNull();
    const db = openWorked(work);
    expect(listAnnotations(db)).toHaveLength(recovery.notes);
    db.close();
    expect(keptFiles()).toContain('briefing.yandu');
    const [time = ''] = readdirSync(join(work.folder, 'damaged'));
    expect(readFileSync(join(work.folder, 'damaged', time, 'briefing.yandu')).equals(damaged)).toBe(
      true,
    );
    expect(existsSync(`${work.briefingPath}.recovering`)).toBe(false);
  });

  it('takes what it cannot read from the backup, and what is newer than that from the file', () => {
    work300({ isBackedUp: true });
    const { first, count } = ownPages();
    overwritePages(
      [1, 2, 3].map((part) => first + Math.floor((count * part) / 4)),
      0,
    );

    const recovery = recovered();

    expect(recovery.backupAt).toBe(timeAt(5000));
    expect(recovery.handouts).toBe(1);
    const db = openWorked(work);
    const notes = listAnnotations(db);
    // Everything that was backed up, whatever became of its page.
    expect(notes.filter(({ tagIds }) => tagIds.length === 1)).toHaveLength(NOTES / 2);
    expect(notes.length).toBeGreaterThan(NOTES / 2);
    expect(listTags(db).map(({ name }) => name)).toEqual(['要点']);
    expect(listHandouts(db).map(({ title }) => title)).toEqual(['学习讨论提纲']);
    db.close();
  });

  it('keeps the later of two states of a note, and where the reader was', () => {
    work300({ isBackedUp: true });
    const db = openWorked(work);
    putAnnotation(db, noteAt(1, { note: '后来改过', updatedAt: timeAt(6000) }));
    putSetting(db, 'settings', { theme: 'night' });
    const plan = documentIdSchema.parse('plan');
    const reached = { documentId: plan, offset: 3, read: { start: 0, end: 3 } };
    putReadingPlace(db, reached, timeAt(6000));
    db.close();

    recovered();

    const again = openWorked(work);
    expect(listAnnotations(again).find(({ id }) => id === noteAt(1).id)?.note).toBe('后来改过');
    expect(findSetting(again, 'settings')).toEqual({ theme: 'night' });
    expect(listReadingPlaces(again)).toEqual([{ documentId: plan, offset: 3, unitsRead: 3 }]);
    again.close();
  });

  it('gives every tag the name it had last, and each note its own', () => {
    const db = openWorked(work);
    const [one, other] = [tagAt(1), tagAt(2)];
    putTag(db, { id: one, name: '甲' });
    putTag(db, { id: other, name: '乙' });
    putAnnotation(db, noteAt(1, { tagIds: [one] }));
    putAnnotation(db, noteAt(2, { tagIds: [other] }));
    backUp(db, 5000);
    for (const [id, name] of [
      [one, '丙'],
      [other, '甲'],
      [one, '乙'],
    ] as const) {
      putTag(db, { id, name });
    }
    db.close();

    recovered();

    const again = openWorked(work);
    expect(listTags(again)).toEqual([
      { id: one, name: '乙' },
      { id: other, name: '甲' },
    ]);
    expect(listAnnotations(again).map(({ tagIds }) => tagIds)).toEqual([[one], [other]]);
    again.close();
  });

  it('joins a tag with another that took its name', () => {
    const db = openWorked(work);
    const [one, other] = [tagAt(1), tagAt(2)];
    putTag(db, { id: one, name: '甲' });
    putTag(db, { id: other, name: '乙' });
    putAnnotation(db, noteAt(1, { tagIds: [one] }));
    putAnnotation(db, noteAt(2, { tagIds: [other] }));
    backUp(db, 5000);
    db.exec('DELETE FROM annotation_tag; DELETE FROM annotation');
    removeTag(db, other);
    putTag(db, { id: one, name: '乙' });
    db.close();

    recovered();

    const again = openWorked(work);
    expect(listTags(again)).toEqual([{ id: other, name: '乙' }]);
    expect(listAnnotations(again).map(({ tagIds }) => tagIds)).toEqual([[other], [other]]);
    again.close();
  });

  it('counts once what was read before the backup and after', () => {
    const plan = documentIdSchema.parse('plan');
    const db = openWorked(work);
    putReadingPlace(db, { documentId: plan, offset: 0, read: { start: 2, end: 4 } }, timeAt(1));
    backUp(db, 5000);
    putReadingPlace(db, { documentId: plan, offset: 0, read: { start: 0, end: 7 } }, timeAt(2));
    db.close();

    recovered();

    const again = openWorked(work);
    expect(listReadingPlaces(again)).toEqual([{ documentId: plan, offset: 0, unitsRead: 7 }]);
    again.close();
  });

  it('keeps what was last written in a handout, whatever the clock said before', async () => {
    const db = openWorked(work);
    fillWorked(db, 1);
    let now = 8000;
    const handouts = createHandoutsHandlers({ db, now: () => timeAt(now), newId: randomUUID });
    const write = async (title: string): Promise<void> => {
      const [handout] = listHandouts(db);
      if (handout === undefined) throw new Error('no handout');
      expect(await handouts.saveHandout({ handout: { ...handout, title } })).toMatchObject({
        ok: true,
      });
    };
    await write('钟走快时的题目');
    backUp(db, 5000);
    now = 6000;
    await write('改过的题目');
    db.close();

    recovered();

    const again = openWorked(work);
    expect(listHandouts(again).map(({ title }) => title)).toEqual(['改过的题目']);
    again.close();
  });

  it('does not take a backup for the newest whose date is yet to come', () => {
    const db = openWorked(work);
    putAnnotation(db, noteAt(1));
    backUp(db, 1_000_000);
    putAnnotation(db, noteAt(2));
    backUp(db, 5000);
    db.close();
    truncateSync(work.briefingPath, 0);

    expect(recovered()).toMatchObject({ notes: 2, backupAt: timeAt(5000) });
  });

  it.each([
    [
      'is empty',
      () => {
        truncateSync(work.briefingPath, 0);
      },
    ],
    [
      'is another kind of file',
      () => {
        writeFileSync(work.briefingPath, '一份文本。'.repeat(999));
      },
    ],
    [
      'is a database of another program',
      () => {
        rmSync(work.briefingPath);
        const other = new Database(work.briefingPath);
        other.exec('CREATE TABLE annotation (x); INSERT INTO annotation VALUES (1)');
        other.close();
      },
    ],
    [
      'has lost its first page',
      () => {
        overwritePages([0], 0xff);
      },
    ],
    [
      'has lost its end',
      () => {
        truncateSync(work.briefingPath, ownPages().first * PAGE);
      },
    ],
  ])('comes back from the backup when the file %s', (_what, damage) => {
    work300({ isBackedUp: true });
    damage();
    expect(tryBriefing(work)).toMatchObject({ code: 'briefing_damaged' });

    const recovery = recovered();

    expect(recovery.notes).toBeGreaterThanOrEqual(NOTES / 2);
    expect(recovery.backupAt).toBe(timeAt(5000));
    openWorked(work).close();
  });

  it('that lost its end gives what lay before it', () => {
    work300();
    const { first, count } = ownPages();
    truncateSync(work.briefingPath, (first + Math.floor(count * 0.8)) * PAGE);
    expect(tryBriefing(work)).toMatchObject({ code: 'briefing_damaged' });

    expect(recovered().notes).toBeGreaterThan(NOTES / 2);
  });

  it('passes over a backup that is damaged itself', () => {
    work300({ isBackedUp: true });
    const [name = ''] = readdirSync(work.backupFolder).filter((one) => one.endsWith('.backup'));
    writeFileSync(join(work.backupFolder, name.replace('T01', 'T09')), 'not a backup');
    overwritePages([0], 0xff);

    expect(recovered()).toMatchObject({ notes: NOTES, backupAt: timeAt(5000) });
  });

  it('gives back the notes whose bytes are still in the file, whichever pages are lost', () => {
    work300();
    const sound = readFileSync(work.briefingPath);
    const { first, count } = ownPages();
    let intact = 0;
    let restored = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const next = numbersFrom(seed);
      writeFileSync(work.briefingPath, sound);
      const pages = [1, 2, 3].map(() => first + Math.floor(next() * count));
      overwritePages(pages, Math.floor(next() * 256));
      const bytes = readFileSync(work.briefingPath);
      for (let index = 1; index <= NOTES; index += 1) {
        if (bytes.includes(noteAt(index).note)) intact += 1;
      }
      restored += recovered().notes;
      rmSync(join(work.folder, 'damaged'), { recursive: true });
    }

    expect(restored / intact).toBeGreaterThanOrEqual(0.99);
  });
});

describe('starting anew', () => {
  it('makes an empty briefing and keeps the old one', () => {
    work300();
    overwritePages([0], 0xff);

    expect(startAnew(recoverArgs())).toMatchObject({ ok: true, value: { notes: 0, lost: 0 } });

    const db = openWorked(work);
    expect(listAnnotations(db)).toEqual([]);
    db.close();
    expect(keptFiles()).toEqual(['briefing.yandu']);
  });

  it('changes nothing when there is no pack to make one of', () => {
    work300();
    overwritePages([0], 0xff);
    const before = readFileSync(work.briefingPath);
    rmSync(work.packPath);

    expect(startAnew(recoverArgs())).toMatchObject({ code: 'pack_missing' });
    expect(recoverBriefing(recoverArgs())).toMatchObject({ code: 'pack_missing' });

    expect(readFileSync(work.briefingPath).equals(before)).toBe(true);
    expect(readdirSync(work.folder).toSorted()).toEqual(['briefing.yandu']);
  });
});
