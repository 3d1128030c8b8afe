import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { putAnnotation } from '../../electron/db/own/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { backUpWork } from '../../electron/db/backup/backUpWork.ts';
import { createBackups, type Backups } from '../../electron/db/backup/createBackups.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBackup } from '../../electron/db/backup/openBackup.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { putReadingPlace } from '../../electron/db/own/readingPlace.ts';
import { putSetting } from '../../electron/db/briefing/setting.ts';
import { readPage } from '../../shared/annotationExchange/readPage.ts';
import {
  annotationIdSchema,
  documentIdSchema,
  isoTimeSchema,
  type IsoTime,
} from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { fillTestPack } from '../support/testBriefing.ts';

let folder: string;
let backupFolder: string;
let time: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-'));
  backupFolder = join(folder, 'backups');
  time = Date.parse('2026-11-01T08:00:00.000Z');
  const db = new Database(join(folder, 'pack.yandu'));
  fillTestPack(db, [
    makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text: '深化学习借鉴。' }] }),
  ]);
  db.exec('VACUUM');
  db.close();
});

function now(): IsoTime {
  time += 1000;
  return isoTimeSchema.parse(new Date(time).toISOString());
}

function open(list = migrations): Result<BriefingDb> {
  return openBriefing({
    packPath: join(folder, 'pack.yandu'),
    briefingPath: join(folder, 'briefing.yandu'),
    expectedSha256: null,
    migrations: list,
    nativeBinding: null,
    useWal: true,
    backup: { folder: backupFolder, madeAt: now() },
  });
}

function opened(): BriefingDb {
  const result = open();
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

function backupsOf(db: BriefingDb, ...further: string[]): Backups {
  return createBackups({
    db,
    folders: [backupFolder, ...further],
    nativeBinding: null,
    now,
    write: (work) => Promise.resolve(backUpWork(work)),
  });
}

function writeNote(db: BriefingDb, note: string): void {
  putAnnotation(db, {
    id: annotationIdSchema.parse(randomUUID()),
    target: { kind: 'free' },
    pigment: null,
    note,
    type: null,
    isPrivate: false,
    tagIds: [],
    author: null,
    createdAt: now(),
    updatedAt: now(),
    deletedAt: null,
  });
}

const listed = (ending: string, where = backupFolder): string[] =>
  existsSync(where) ? readdirSync(where).filter((name) => name.endsWith(ending)) : [];

/** Notes in the newest backup. */
function notesIn(where = backupFolder): unknown {
  const newest = listed('.backup', where).toSorted().at(-1) ?? 'none';
  const backup = openBackup(join(where, newest), null);
  if (backup === null) return null;
  const notes = backup.db.prepare('SELECT note FROM annotation ORDER BY note').pluck().all();
  backup.db.close();
  return notes;
}

describe('a backup', () => {
  it('holds what the reader made and names the pack, without its text', async () => {
    const db = opened();
    writeNote(db, '第一条');
    putSetting(db, 'settings', { theme: 'night' });

    expect(await backupsOf(db).backUp()).toMatchObject({ ok: true });

    const [name = ''] = listed('.backup');
    const backup = openBackup(join(backupFolder, name), null);
    expect(backup?.info).toMatchObject({ packId: 'test', packVersion: 1 });
    expect(backup?.db.prepare('SELECT value FROM setting').pluck().all()).toEqual([
      '{"theme":"night"}',
    ]);
    expect(
      backup?.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'segment'`).pluck().get(),
    ).toBe(0);
    backup?.db.close();
    expect(notesIn()).toEqual(['第一条']);
    db.close();
  });

  it('has the notes beside it as JSON-LD that other programs read and this one imports', async () => {
    const db = opened();
    writeNote(db, '第一条');
    await backupsOf(db).backUp();

    const [name = ''] = listed('.jsonld');
    const page = readPage(readFileSync(join(backupFolder, name), 'utf8'));

    expect(page).toMatchObject({ status: 'read', packId: 'test' });
    db.close();
  });

  it('is made when something was made, and not for having read on', async () => {
    const db = opened();
    const backups = backupsOf(db);
    await backups.backUp();
    expect(listed('.backup')).toEqual([]);

    writeNote(db, '第一条');
    await backups.backUp();
    await backups.backUp();
    putReadingPlace(
      db,
      { documentId: documentIdSchema.parse('plan'), offset: 2, read: null },
      now(),
    );
    await backups.backUp();
    expect(listed('.backup')).toHaveLength(1);

    writeNote(db, '第二条');
    await backups.backUp();
    expect(listed('.backup')).toHaveLength(2);
    expect(notesIn()).toEqual(['第一条', '第二条']);
    db.close();
  });

  it('says when the last one was made, also after a restart', async () => {
    const first = opened();
    writeNote(first, '第一条');
    expect(backupsOf(first).list()).toEqual([]);
    await backupsOf(first).backUp();
    const made = backupsOf(first).list();
    first.close();

    const second = opened();
    expect(made).toHaveLength(1);
    expect(backupsOf(second).list()).toEqual(made);
    second.close();
  });

  it('goes to a second folder too, and does not need it', async () => {
    const db = opened();
    const stick = join(folder, 'stick');
    writeNote(db, '第一条');
    expect(await backupsOf(db, stick).backUp()).toMatchObject({ ok: true });
    expect(notesIn(stick)).toEqual(['第一条']);

    rmSync(stick, { recursive: true });
    writeFileSync(stick, 'a file where the folder was');
    writeNote(db, '第二条');
    expect(await backupsOf(db, stick).backUp()).toMatchObject({ ok: true });
    expect(notesIn()).toEqual(['第一条', '第二条']);
    db.close();
  });

  it('is made and whole where an old one that is no longer worth keeping is held', async () => {
    const db = opened();
    writeNote(db, '第一条');
    // A year's first of two on one day, which no name of a file can take away.
    mkdirSync(join(backupFolder, 'test_20200101T080000000Z.jsonld', 'held'), { recursive: true });
    writeFileSync(join(backupFolder, 'test_20200101T080000000Z.backup'), '');
    writeFileSync(join(backupFolder, 'test_20200101T090000000Z.backup'), '');

    expect(await backupsOf(db).backUp()).toMatchObject({ ok: true });

    expect(notesIn()).toEqual(['第一条']);
    expect(listed('.jsonld').toSorted()).toEqual([
      'test_20200101T080000000Z.jsonld',
      expect.stringMatching(/^test_20261101T/),
    ]);
    expect(listed('.backup')).not.toContain('test_20200101T080000000Z.backup');
    db.close();
  });

  it('that cannot be written leaves nothing behind and says so', async () => {
    const db = opened();
    writeNote(db, '第一条');
    writeFileSync(backupFolder, '');

    expect(await backupsOf(db).backUp()).toMatchObject({ code: 'backup_failed' });
    db.close();
  });

  it('is not taken for sound when one byte of a note is another', async () => {
    const db = opened();
    writeNote(db, 'ABCDEFGH');
    await backupsOf(db).backUp();
    const [name = ''] = listed('.backup');
    const path = join(backupFolder, name);
    const bytes = readFileSync(path);
    bytes[bytes.indexOf('ABCDEFGH')] = 0x58;
    writeFileSync(path, bytes);

    expect(openBackup(path, null)).toBeNull();
    // The next one does not rely on it.
    await backupsOf(db).backUp();
    expect(notesIn()).toEqual(['ABCDEFGH']);
    db.close();
  });
});

describe('a migration', () => {
  const further = { number: 999, name: 'more', sql: 'ALTER TABLE tag ADD COLUMN colour TEXT' };

  it('is preceded by a backup of what the older program made', () => {
    const db = opened();
    writeNote(db, '旧版所写');
    db.close();

    const migrated = open([...migrations, further]);

    expect(migrated.ok).toBe(true);
    if (migrated.ok) migrated.value.close();
    expect(notesIn()).toEqual(['旧版所写']);
  });

  it('does not begin when the backup cannot be made', () => {
    const db = opened();
    writeNote(db, '旧版所写');
    db.close();
    writeFileSync(backupFolder, '');

    expect(open([...migrations, further])).toMatchObject({ code: 'backup_failed' });

    const again = opened();
    expect(again.prepare('SELECT note FROM annotation').pluck().all()).toEqual(['旧版所写']);
    again.close();
  });
});
