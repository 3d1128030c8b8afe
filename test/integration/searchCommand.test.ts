import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listHits } from '../../electron/search/listHits.ts';
import { runAtOnce } from '../../electron/search/runInSlices.ts';
import { everything, openSearchedPack } from '../support/searchedPack.ts';
import { buildSeedPack } from '../support/seedPack.ts';

const answerSchema = z.strictObject({
  query: z.string(),
  total: z.int(),
  millis: z.number(),
  hits: z.array(
    z.strictObject({
      source: z.string(),
      document: z.string(),
      path: z.array(z.string()),
      kind: z.string(),
      segmentId: z.string(),
      text: z.string(),
      start: z.int(),
      end: z.int(),
      excerpt: z.string(),
    }),
  ),
});

function run(...args: readonly string[]) {
  const command = ['electron/search/searchCommand.ts', ...args];
  return spawnSync(process.execPath, command, { encoding: 'utf8' });
}

function answerOf(...args: readonly string[]) {
  return answerSchema.parse(JSON.parse(run(...args, '--json').stdout));
}

describe('the search command', () => {
  let path: string;
  let total: number;

  beforeAll(() => {
    path = buildSeedPack();
    const db = new Database(path, { readonly: true });
    const asked = { query: '高新技术企业', filters: everything, fuzzyPinyin: false, limit: 0 };
    ({ total } = runAtOnce(listHits(openSearchedPack(db), asked)));
    db.close();
  }, 60_000);

  it('prints what the app finds, as JSON of the documented shape', () => {
    const answer = answerOf(path, '高新技术企业', '--limit', '3');

    expect(answer.total).toBe(total);
    expect(answer.hits.map(({ text, start, end }) => text.slice(start, end))).toEqual(
      Array.from({ length: 3 }, () => '高新技术企业'),
    );
  });

  it('says beside the JSON that a query was too long', () => {
    const long = run(path, '园'.repeat(300), '--json');
    const short = run(path, '园区', '--json');

    expect(long.status).toBe(0);
    expect(long.stderr).toContain('too long');
    expect(answerSchema.safeParse(JSON.parse(long.stdout)).success).toBe(true);
    expect(short.stderr).toBe('');
  });

  it('answers also from a pack whose index has another version', () => {
    const old = join(mkdtempSync(join(tmpdir(), 'yandu-search-')), 'old.yandu');
    copyFileSync(path, old);
    new Database(old).exec(`UPDATE index_info SET value = '0'`).close();

    expect(answerOf(old, '高新技术企业').total).toBe(total);
  });

  it.each(['package.json', 'none.yandu', 'shared'])('refuses %s, which is no pack', (file) => {
    const refused = run(file, '园区', '--json');

    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^(?:There is no pack at .+|.+ is no pack)\./);
  });

  it('takes a query that begins with a minus for a query', () => {
    expect(answerOf(path, '-园区').query).toBe('-园区');
    expect(run(path).status).toBe(2);
  });
});
