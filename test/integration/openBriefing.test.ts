import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { migrations } from '../../electron/db/migrations/list.ts';
import { openBriefing } from '../../electron/db/openBriefing.ts';
import { getPackInfo, listDocuments } from '../../electron/db/reading.ts';
import { getOrigin } from '../../electron/db/briefing/briefingHead.ts';
import { findSetting, putSetting } from '../../electron/db/briefing/setting.ts';
import { inspectBriefing } from '../../electron/db/rescue/inspectBriefing.ts';
import { isoTimeSchema } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { makeDocument } from '../support/makeDocument.ts';
import { fillTestPack } from '../support/testBriefing.ts';

let folder: string;
let packPath: string;
let briefingPath: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-'));
  packPath = join(folder, 'pack.yandu');
  briefingPath = join(folder, 'briefing.yandu');
  const db = new Database(packPath);
  const text = '深化学习借鉴新加坡经验。'.repeat(400);
  fillTestPack(db, [makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text }] })]);
  db.exec('VACUUM');
  db.close();
});

function open(change: { readonly expectedSha256?: string | null } = {}): Result<BriefingDb> {
  return openBriefing({
    packPath,
    briefingPath,
    expectedSha256: null,
    migrations,
    nativeBinding: null,
    useWal: true,
    backup: {
      folder: join(folder, 'backups'),
      madeAt: isoTimeSchema.parse('2026-11-01T08:00:00.000Z'),
    },
    ...change,
  });
}

function opened(): BriefingDb {
  const result = open();
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** What a failed start must leave: the pack as it was, and no briefing, whole or half. */
function expectNothingWritten(): void {
  expect(readdirSync(folder).filter((name) => name.startsWith('briefing'))).toEqual([]);
}

describe('openBriefing', () => {
  it('makes the briefing from the pack and keeps what is written in it', () => {
    const first = opened();
    putSetting(first, 'window', { width: 1024 });
    first.close();

    const second = opened();

    expect(findSetting(second, 'window')).toEqual({ width: 1024 });
    expect(listDocuments(second).map((document) => document.id)).toEqual(['plan']);
    expect(getPackInfo(second).title).toBe('测试内容包');
    second.close();
  });

  it('never touches the pack', () => {
    const before = readFileSync(packPath);

    opened().close();

    expect(readFileSync(packPath).equals(before)).toBe(true);
  });

  it('opens for one program, synced at every commit, without trust in the schema', () => {
    const db = opened();

    const pragma = (name: string): unknown => db.pragma(name, { simple: true });
    expect(pragma('locking_mode')).toBe('exclusive');
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('cell_size_check')).toBe(1);
    expect(pragma('mmap_size')).toBe(0);
    db.close();
  });

  it('keeps a second program out', () => {
    const db = opened();

    expect(open()).toMatchObject({ ok: false, code: 'briefing_locked' });
    db.close();
  }, 20_000);

  it('trusts the shipped pack by its SHA-256 alone', () => {
    const sha256 = createHash('sha256').update(readFileSync(packPath)).digest('hex');

    expect(open({ expectedSha256: '0'.repeat(64) })).toMatchObject({ code: 'pack_altered' });
    expectNothingWritten();
    const result = open({ expectedSha256: sha256 });
    expect(result.ok).toBe(true);
    if (result.ok) result.value.close();
  });
});

describe('a setting that is broken', () => {
  it.each(['settings', 'last_check', 'pack_origin', 'window', 'panes'])(
    'keeps nobody out (%s)',
    (key) => {
      const db = opened();
      putSetting(db, key, {});
      db.prepare(`UPDATE setting SET value = '{"a":!}' WHERE key = ?`).run(key);
      db.close();

      expect(inspectBriefing(briefingPath, null)).toMatchObject({ status: 'sound' });
      const again = opened();
      expect(findSetting(again, key)).toBeNull();
      expect(getOrigin(again).kind).toBe('unsigned');
      again.close();
    },
  );
});

describe('a pack that cannot be opened', () => {
  it('is missing', () => {
    packPath = join(folder, 'nowhere.yandu');

    expect(open()).toMatchObject({ code: 'pack_missing', detail: { file: 'nowhere.yandu' } });
    expectNothingWritten();
  });

  it('is cut off, in its pages or in its header', () => {
    truncateSync(packPath, readFileSync(packPath).length - 4096);
    expect(open()).toMatchObject({ code: 'pack_truncated' });

    truncateSync(packPath, 60);
    expect(open()).toMatchObject({ code: 'pack_truncated' });

    truncateSync(packPath, 0);
    expect(open()).toMatchObject({ code: 'pack_truncated' });
    expectNothingWritten();
  });

  it('is not one of ours', () => {
    writeFileSync(packPath, '这是一份文本。'.repeat(100));
    expect(open()).toMatchObject({ code: 'pack_foreign' });

    const other = new Database(join(folder, 'other.db'));
    other.exec('CREATE TABLE t (x)');
    other.close();
    copyFileSync(join(folder, 'other.db'), packPath);
    expect(open()).toMatchObject({ code: 'pack_foreign' });
    expectNothingWritten();
  });

  it('was made for a newer program', () => {
    const db = new Database(packPath);
    db.pragma('user_version = 2');
    db.close();

    expect(open()).toMatchObject({ code: 'pack_newer' });
    expectNothingWritten();
  });
});

describe('a briefing that cannot be opened', () => {
  it('was saved by a newer program, and is left alone', () => {
    const db = opened();
    db.pragma('user_version = 1999');
    db.close();
    const before = readFileSync(briefingPath);

    expect(open()).toMatchObject({ code: 'briefing_newer' });
    expect(readFileSync(briefingPath).equals(before)).toBe(true);
  });

  it('was saved by a newer program that was cut off, so that its log alone says so', () => {
    opened().close();
    const newer = new Database(briefingPath);
    newer.pragma('journal_mode = WAL');
    newer.pragma('user_version = 1999');
    const [file, log] = ['', '-wal'].map((ending) => readFileSync(briefingPath + ending));
    newer.close();
    writeFileSync(briefingPath, file ?? '');
    writeFileSync(`${briefingPath}-wal`, log ?? '');

    expect(open()).toMatchObject({ code: 'briefing_newer' });
  });

  it('is damaged, and is left alone', () => {
    opened().close();
    writeFileSync(briefingPath, Buffer.alloc(8192, 7));
    const before = readFileSync(briefingPath);

    expect(open()).toMatchObject({ code: 'briefing_damaged' });
    expect(readFileSync(briefingPath).equals(before)).toBe(true);
  });

  it('lies where nothing can be written', () => {
    briefingPath = join(packPath, 'briefing.yandu');

    expect(open()).toMatchObject({ ok: false, code: 'data_folder_unwritable' });
    expect(existsSync(packPath)).toBe(true);
  });
});
