// The commands as a user runs them: real files, real exit codes.

import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PACK_APPLICATION_ID, PACK_SCHEMA_VERSION } from '../../shared/domain/pack.ts';
import { contentTables, indexTables } from '../../shared/domain/packSchema.ts';

let folder = '';
let pack = '';

function run(command: string, ...options: readonly string[]) {
  const script = resolve('build/pack', command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-pack-'));
  pack = join(folder, 'seeds.yandu');
  expect(run('cli.ts', '--out', pack)).toMatchObject({ status: 0, stderr: '' });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('npm run pack', () => {
  it('gives the same bytes for the same sources, wherever they lie', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    for (const name of readdirSync('seeds'))
      copyFileSync(join('seeds', name), join(elsewhere, name));
    const again = join(folder, 'again.yandu');

    expect(run('cli.ts', '--in', elsewhere, '--out', again).status).toBe(0);
    expect(readFileSync(again).equals(readFileSync(pack))).toBe(true);
  });

  it('builds nothing for a last day that is none, and says so in a sentence', () => {
    const out = join(folder, 'until.yandu');

    expect(run('cli.ts', '--out', out, '--valid-until', '2026-13-45')).toMatchObject({
      status: 2,
      stderr: 'No pack was built: --valid-until takes a day of the calendar, as 2027-12-31.\n',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('writes a pack that says what it is, with the exact tables and without a WAL', () => {
    const db = new Database(pack, { readonly: true });
    const sql = db
      .prepare<[], { sql: string }>(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = 'table' ORDER BY name",
      )
      .all()
      .map((row) => row.sql);

    expect(db.pragma('application_id', { simple: true })).toBe(PACK_APPLICATION_ID);
    expect(db.pragma('user_version', { simple: true })).toBe(PACK_SCHEMA_VERSION);
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(new Set(sql)).toEqual(new Set([...contentTables, ...indexTables]));
    db.close();
  });

  it('names every input it cannot use, with the reason, and builds the others', () => {
    const mixed = join(folder, 'mixed');
    mkdirSync(mixed);
    writeFileSync(join(mixed, 'good.md'), '# 某某办法\n\n第一条 为了规范管理，制定本办法。\n');
    writeFileSync(join(mixed, 'empty.txt'), '');
    writeFileSync(join(mixed, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    writeFileSync(
      join(mixed, 'western.txt'),
      Buffer.from('Déjà vu, où est-ce? '.repeat(9), 'latin1'),
    );
    writeFileSync(join(mixed, 'notes.docx'), 'not read at all');
    mkdirSync(join(mixed, 'folder.txt'));
    const out = join(folder, 'mixed.yandu');

    const { status, stdout } = run('cli.ts', '--in', mixed, '--out', out);

    expect(status).toBe(1);
    expect(stdout.match(/^ {2}left out: (\S+: \w+)/gmu)).toEqual([
      '  left out: empty.txt: empty',
      '  left out: folder.txt: unreadable',
      '  left out: picture.txt: binary',
      '  left out: western.txt: unknown_encoding',
    ]);
    const db = new Database(out, { readonly: true });
    expect(db.prepare('SELECT title FROM document').all()).toEqual([{ title: '某某办法' }]);
    db.close();
  });

  it('leaves nothing behind where nothing could be built', () => {
    const empty = join(folder, 'nothing');
    mkdirSync(empty);
    const out = join(folder, 'nothing.yandu');

    expect(run('cli.ts', '--in', empty, '--out', out)).toMatchObject({
      status: 2,
      stderr: 'No pack was written: no input could be built.\n',
    });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['is no JSON', '{', /^pack\.json is not JSON/],
    ['lacks its title', '{"packId":"p"}', /^pack\.json: .*title/su],
  ])('says what is wrong with a pack.json that %s', (_how, json, message) => {
    const wrong = mkdtempSync(join(folder, 'wrong-'));
    writeFileSync(join(wrong, 'pack.json'), json);

    const { status, stderr } = run('cli.ts', '--in', wrong, '--out', join(wrong, 'out.yandu'));

    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('keeps the pack that stood there when it cannot write', () => {
    const out = join(folder, 'occupied');
    mkdirSync(join(out, 'inside'), { recursive: true });

    expect(run('cli.ts', '--out', out).status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
    expect(existsSync(join(out, 'inside'))).toBe(true);
  });
});

describe('npm run pack:check', () => {
  it('proves the seeds complete and prints what was removed', () => {
    const { status, stdout } = run('checkCli.ts', pack);

    expect(status).toBe(0);
    expect(stdout).toMatch(/ {2}bookmark: \d+\n/);
    expect(stdout).toContain('every character of every source is accounted for');
  });

  it.each([
    [
      'a character was lost',
      "UPDATE document SET text = replace(text, '高新技术企业', '高新企业')",
      /altered|cover/,
    ],
    [
      'a word was invented',
      "UPDATE document SET text = text || '等' WHERE ord = 0",
      /stands in no source/,
    ],
    [
      'noise came back unexplained',
      "DELETE FROM removal WHERE reason = 'bookmark'",
      /is not accounted for/,
    ],
    [
      'a removal hides content',
      "UPDATE removal SET length = length + 3 WHERE reason = 'page_number'",
      /accounted for twice|altered|not accounted/,
    ],
    ['the content is another', "UPDATE pack SET title = '别的'", /digest/],
  ])('fails when %s', (_what, sql, message) => {
    const altered = join(mkdtempSync(join(folder, 'altered-')), 'pack.yandu');
    copyFileSync(pack, altered);
    const db = new Database(altered);
    db.exec(sql);
    db.close();

    const { status, stdout } = run('checkCli.ts', altered);

    expect(status).toBe(1);
    expect(stdout).toMatch(message);
  });

  it('says which pack it cannot read', () => {
    expect(run('checkCli.ts', join(folder, 'absent.yandu'))).toMatchObject({ status: 2 });
  });
});

const outlineEntry = z.strictObject({
  text: z.string(),
  level: z.int(),
  get children() {
    return z.array(outlineEntry);
  },
});
const dumpSchema = z.strictObject({
  documents: z.array(
    z.strictObject({
      source: z.string(),
      role: z.literal('front_matter').optional(),
      title: z.string(),
      issuer: z.string().optional(),
      author: z.string().optional(),
      date: z.string().optional(),
      outline: z.array(outlineEntry),
      segments: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.string().regex(/^[a-z_]+$/),
          text: z.string().min(1),
          headingPath: z.array(z.string()),
          level: z.int().optional(),
          lines: z.array(z.tuple([z.int(), z.int()])).min(1),
          header: z.array(z.string()).optional(),
          rows: z.array(z.array(z.string())).optional(),
          number: z.string().optional(),
          leadDepartments: z.array(z.string()).optional(),
          participatingDepartments: z.array(z.string()).optional(),
          participantsOpenEnded: z.boolean().optional(),
          marker: z.string().optional(),
          host: z.string().optional(),
        }),
      ),
    }),
  ),
});

describe('npm run pack:dump', () => {
  const dump = () => dumpSchema.parse(JSON.parse(run('dumpCli.ts', pack).stdout)).documents;

  it('prints every document with outline and segments', () => {
    const documents = dump();

    expect(documents.map(({ source }) => source.slice(0, 3)).join(' ')).toBe(
      '002 000 001 003 003 003 003 003 003 003 003 003 004 004 004 004 004 004',
    );
    expect(documents[0]?.outline.map(({ text }) => text)).toEqual([
      '序言',
      '第一篇 率先开启社会主义现代化建设新征程',
      '第二篇 打造全方位开放高地',
      '第三篇 打造国际化创新高地',
      '第四篇 打造高端化产业高地',
      '第五篇 打造现代化治理高地',
      '第六篇 共绘世界一流高科技园区蓝图',
    ]);
  });

  it('gives rows with merged cells repeated, lines of the source and hosts of footnotes', () => {
    const segments = dump()[0]?.segments ?? [];
    const table = segments.find(({ kind }) => kind === 'table');
    const footnote = segments.find(({ kind }) => kind === 'footnote');

    expect(table).toMatchObject({
      headingPath: ['第一篇 率先开启社会主义现代化建设新征程', '第一章 发展基础'],
      lines: [[18, 180]],
      header: ['类别', '序号', '指标', '2020年目标值', '2020年完成值', '指标属性'],
    });
    expect(table?.rows?.[1]).toEqual([
      '经济结构',
      '2',
      '服务业增加值占地区生产总值比重（%）',
      '50左右',
      '52.3',
      '预期性',
    ]);
    expect(footnote?.marker).toBe('1');
    expect(segments.find(({ id }) => id === footnote?.host)?.text).toContain(
      '“2333”改革目标基本实现',
    );
  });
});
