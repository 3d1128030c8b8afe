import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../../../electron/db/briefing/migrate.ts';
import { migrations } from '../../../../../electron/db/migrations/list.ts';
import { makeDocument } from '../../../../support/makeDocument.ts';
import { fillTestPack } from '../../../../support/testBriefing.ts';

const one = { number: 1, name: 'one', sql: 'CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT' };
const two = { number: 2, name: 'two', sql: 'CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT' };

function freshPack(): Database.Database {
  const db = new Database(':memory:');
  fillTestPack(db, []);
  return db;
}

function versionOf(db: Database.Database): unknown {
  return db.pragma('user_version', { simple: true });
}

describe('migrate', () => {
  it('brings a fresh copy of a pack to the last migration', () => {
    const db = migrate(freshPack(), [one, two]);

    expect(versionOf(db)).toBe(1_002);
  });

  it('runs only what is new, and nothing twice', () => {
    const db = freshPack();
    migrate(db, [one]);
    db.exec('INSERT INTO one (id) VALUES (7)');

    migrate(db, [one, two]);
    migrate(db, [one, two]);

    expect(db.prepare('SELECT id FROM one').all()).toEqual([{ id: 7 }]);
    expect(versionOf(db)).toBe(1_002);
  });

  it('leaves the briefing as it was when one statement fails', () => {
    const db = freshPack();
    const broken = { number: 2, name: 'broken', sql: 'CREATE TABLE half (id); NONSENSE' };

    expect(() => migrate(db, [one, broken])).toThrow();

    expect(versionOf(db)).toBe(1);
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('one', 'half')").all();
    expect(tables).toEqual([]);
  });

  it('refuses a list out of order and a briefing newer than the list', () => {
    expect(() => migrate(freshPack(), [two, one])).toThrow('out of order');
    const db = migrate(freshPack(), [one, two]);
    expect(() => migrate(db, [one])).toThrow('newer');
  });

  it('keeps where the reader was from before the furthest place was given up', () => {
    const db = new Database(':memory:');
    fillTestPack(db, [
      makeDocument({ id: 'plan', segments: [{ kind: 'paragraph', text: '深化学习借鉴。' }] }),
    ]);
    migrate(db, migrations.slice(0, 6));
    db.exec("INSERT INTO reading_place VALUES ('plan', 3, 5, '2026-11-20T08:00:00.000Z')");

    migrate(db, migrations);

    expect(db.prepare('SELECT * FROM reading_place').all()).toEqual([
      { document_id: 'plan', offset: 3, read_at: '2026-11-20T08:00:00.000Z' },
    ]);
  });

  it('gives every real table the STRICT keyword', () => {
    const db = migrate(freshPack(), migrations);

    const lax = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(lax).toEqual([]);
  });
});
