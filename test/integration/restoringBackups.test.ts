// Going back to a backup from a sound briefing, through the window's own channels.
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createChecks } from '../../electron/chores/createChecks.ts';
import { doChore } from '../../electron/chores/doChore.ts';
import type { DoChore } from '../../electron/chores/startChore.ts';
import { listAnnotations, putAnnotation } from '../../electron/db/own/annotation.ts';
import { backUpWork } from '../../electron/db/backup/backUpWork.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { createBackups, type Backups } from '../../electron/db/backup/createBackups.ts';
import { listHandouts } from '../../electron/db/own/handout.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { listTags } from '../../electron/db/own/tag.ts';
import { createUpkeepHandlers } from '../../electron/features/upkeep.ts';
import type { IsoTime } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import {
  fillWorked,
  makeWorkFolder,
  noteAt,
  openWorked,
  timeAt,
  type WorkFolder,
} from '../support/workedBriefing.ts';

const NOTES = 40;
let work: WorkFolder;
let db: BriefingDb;
let backups: Backups;
let time = 5000;

beforeEach(() => {
  work = makeWorkFolder();
  db = openWorked(work);
  fillWorked(db, NOTES);
  time = 5000;
  backups = createBackups({
    db,
    folders: [work.backupFolder],
    nativeBinding: null,
    now,
    write: (args) => Promise.resolve(backUpWork(args)),
  });
});
afterEach(() => {
  db.close();
  rmSync(work.folder, { recursive: true });
});

function now(): IsoTime {
  time += 1;
  return timeAt(time);
}

function upkeep() {
  // The chores of the window, done here instead of in a process of their own.
  const here = ((chore) => Promise.resolve(doChore(chore))) as DoChore;
  const dataFolder = work.folder;
  const isIdle = () => true;
  return createUpkeepHandlers({
    db,
    now,
    newId: randomUUID,
    backups,
    checks: createChecks({ db, dataFolder, nativeBinding: null, now, doChore: here, isIdle }),
    migrations,
    nativeBinding: null,
    isDiskFull: () => false,
  });
}

async function value<Value>(answer: Result<Value> | Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function state() {
  return { annotations: listAnnotations(db), handouts: listHandouts(db), tags: listTags(db) };
}

/** A morning's work undone by an unlucky afternoon. */
async function spoil(): Promise<{ readonly before: ReturnType<typeof state>; at: IsoTime }> {
  await value(upkeep().backUpNow({}));
  const before = state();
  const [at = now()] = await value(upkeep().listBackups({}));
  db.exec('DELETE FROM annotation WHERE rowid % 2 = 0');
  db.exec("UPDATE annotation SET note = 'spoiled'");
  db.exec('DELETE FROM handout_item');
  db.exec('DELETE FROM handout');
  putAnnotation(db, noteAt(NOTES + 1));
  return { before, at };
}

it('says what a backup holds before anything is done', async () => {
  const { before, at } = await spoil();

  expect(await value(upkeep().describeBackup({ madeAt: at }))).toEqual({
    notes: before.annotations.length,
    handouts: before.handouts.length,
  });
});

it('makes everything what it was, and keeps what there was instead in a backup of its own', async () => {
  const { before, at } = await spoil();
  const spoiled = state();

  const counts = await value(upkeep().restoreBackup({ madeAt: at }));

  expect(state()).toEqual(before);
  expect(counts.notes).toBe(before.annotations.length);
  const [newest = now(), older] = await value(upkeep().listBackups({}));
  expect(older).toBe(at);

  await value(upkeep().restoreBackup({ madeAt: newest }));
  expect(state()).toEqual(spoiled);
});

it('changes nothing where the backup is not what was written any more', async () => {
  const { at } = await spoil();
  const [file] = backups.list();
  const path = file?.path ?? '';
  // In every place: pages that SQLite split hold what nobody reads any more.
  const bytes = readFileSync(path, 'latin1').replaceAll('note 7.', 'nope 7.');
  writeFileSync(path, bytes, 'latin1');
  const spoiled = state();

  expect(await upkeep().describeBackup({ madeAt: at })).toMatchObject({ code: 'backup_unsound' });
  expect(await upkeep().restoreBackup({ madeAt: at })).toMatchObject({ code: 'backup_unsound' });
  expect(state()).toEqual(spoiled);
});

it('changes nothing where a newer program wrote more than this one can take over', async () => {
  db.exec('ALTER TABLE annotation ADD COLUMN mood TEXT');
  db.pragma('user_version = 1999');
  await value(upkeep().backUpNow({}));
  const [at = now()] = await value(upkeep().listBackups({}));
  db.exec('ALTER TABLE annotation DROP COLUMN mood');
  db.pragma('user_version = 1007');
  const before = state();

  expect(await upkeep().describeBackup({ madeAt: at })).toMatchObject({ code: 'backup_newer' });
  expect(await upkeep().restoreBackup({ madeAt: at })).toMatchObject({ code: 'backup_newer' });
  expect(state()).toEqual(before);
});

it('changes nothing where what there is cannot be backed up', async () => {
  const { at } = await spoil();
  const spoiled = state();
  const failing: Backups = {
    ...backups,
    backUp: () => Promise.resolve({ ok: false, code: 'disk_full', detail: {} }),
  };
  backups = failing;

  expect(await upkeep().restoreBackup({ madeAt: at })).toMatchObject({ code: 'disk_full' });
  expect(state()).toEqual(spoiled);
});
