import Database from 'better-sqlite3';
import { execFile, spawn } from 'node:child_process';
import { sign as signBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair, readPrivateKey } from '../../build/pack/sign/keyPair.ts';
import { signPack } from '../../build/pack/sign/signPack.ts';
import { contentDigest } from '../../build/pack/write/contentDigest.ts';
import { checkPack } from '../../electron/packs/checkPack.ts';
import { checkProcessOf } from '../../electron/packs/startNodeCheck.ts';
import { MAX_PACK_BYTES } from '../../electron/packs/packLimits.ts';
import { superviseCheck } from '../../electron/packs/superviseCheck.ts';
import { readTrustedKey, readTrustFolder } from '../../electron/packs/trustedKeys.ts';
import { printManifest, signedText, type PackManifest } from '../../shared/packs/packManifest.ts';
import { parseSignatureFile, printSignatureFile } from '../../shared/packs/signatureFile.ts';
import type { PackReport } from '../../shared/packs/packReport.ts';
import { buildSeedPack } from '../support/seedPack.ts';

let root = '';
let original = '';
let folder = '';
let pack = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yandu-signed-'));
  original = buildSeedPack();
  makeKeyPair(join(root, 'publisher.pem'));
  makeKeyPair(join(root, 'stranger.pem'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  pack = join(folder, 'briefing.yandu');
  copyFileSync(original, pack);
});

function sign(key = 'publisher'): void {
  signPack({
    packPath: pack,
    privateKey: readPrivateKey(join(root, `${key}.pem`)),
    signedAt: new Date('2026-11-21T06:00:00.000Z'),
    validUntil: null,
  });
}

function check(allowUnsigned = false): PackReport {
  const key = readTrustedKey(join(root, 'publisher.pub.pem'));
  if (key === null) throw new Error('no key');
  const stagingPath = join(folder, 'staged');
  return checkPack(
    { packPath: pack, stagingPath, keys: [key], allowUnsigned, nativeBinding: null },
    ignore,
  );
}

/** A publisher's signature on a manifest that says something else of the same file. */
function signAs(change: Partial<PackManifest>): void {
  const parsed = parseSignatureFile(readFileSync(`${pack}.sig`, 'utf8'));
  if (parsed.status !== 'parsed') throw new Error(parsed.status);
  const text = printManifest({ ...parsed.file.manifest, ...change });
  const key = readPrivateKey(join(root, 'publisher.pem'));
  const signature = signBytes(null, Buffer.from(signedText(text), 'utf8'), key);
  writeFileSync(`${pack}.sig`, printSignatureFile(text, signature.toString('hex')));
  rmSync(join(folder, 'staged'), { force: true });
}

function ignore(): void {
  // Progress is told to the window's tests.
}

function codeOf(report: PackReport): string {
  return report.status === 'refused' ? report.code : report.status;
}

/** What a publisher with a good key could do to a pack before signing it. */
function change(...statements: readonly string[]): void {
  const db = new Database(pack);
  for (const statement of statements) db.exec(statement);
  db.close();
}

function changeWithDigest(...statements: readonly string[]): void {
  change(...statements);
  const db = new Database(pack);
  db.prepare('UPDATE pack SET digest = ?').run(contentDigest(db));
  db.close();
}

function overwrite(offset: number, ...bytes: readonly number[]): void {
  const content = readFileSync(pack);
  content.set(bytes, offset);
  writeFileSync(pack, content);
}

describe('a pack that its publisher signed', () => {
  it('is verified, with who signed it and when', () => {
    sign();
    expect(check()).toMatchObject({
      status: 'verified',
      size: statSync(original).size,
      signature: { keyName: 'publisher', signedAt: '2026-11-21T06:00:00.000Z', validUntil: null },
      hasDirectionOverrides: false,
    });
    expect(readFileSync(join(folder, 'staged')).equals(readFileSync(original))).toBe(true);
  });

  it('is refused as soon as its key is taken out of the trust folder', () => {
    sign();
    const trust = join(folder, 'trust');
    mkdirSync(trust);
    copyFileSync(join(root, 'publisher.pub.pem'), join(trust, 'publisher.pem'));
    const request = { packPath: pack, allowUnsigned: false, nativeBinding: null };
    const before = readTrustFolder(trust, { adminOnly: false }).keys;
    expect(
      codeOf(checkPack({ ...request, keys: before, stagingPath: join(folder, 'a') }, ignore)),
    ).toBe('verified');

    rmSync(join(trust, 'publisher.pem'));

    const after = readTrustFolder(trust, { adminOnly: false }).keys;
    expect(
      codeOf(checkPack({ ...request, keys: after, stagingPath: join(folder, 'b') }, ignore)),
    ).toBe('key_unknown');
  });
});

describe('a pack is refused, each time by its own name, when it', () => {
  it('is not there', () => {
    rmSync(pack);
    expect(codeOf(check())).toBe('missing');
  });

  it('has no signature, unless that is allowed', () => {
    expect(codeOf(check())).toBe('unsigned');
    expect(existsSync(join(folder, 'staged'))).toBe(false);
    expect(check(true)).toMatchObject({ status: 'verified', signature: null });
  });

  it('is signed by a key that is not trusted', () => {
    sign('stranger');
    expect(codeOf(check())).toBe('key_unknown');
  });

  it('comes with a manifest that was altered', () => {
    sign();
    const signature = readFileSync(`${pack}.sig`, 'utf8');
    writeFileSync(`${pack}.sig`, signature.replace('"version":1', '"version":2'));
    expect(codeOf(check())).toBe('signature_wrong');
  });

  it('comes with a signature file that is no such thing', () => {
    writeFileSync(`${pack}.sig`, Buffer.alloc(200, 0xff));
    expect(codeOf(check())).toBe('signature_malformed');
    writeFileSync(`${pack}.sig`, 'a'.repeat(100_000));
    expect(codeOf(check())).toBe('signature_malformed');
  });

  it('comes with a signature of a newer form', () => {
    sign();
    const signature = readFileSync(`${pack}.sig`, 'utf8');
    writeFileSync(`${pack}.sig`, signature.replace('"format":1', '"format":2'));
    expect(codeOf(check())).toBe('signature_newer');
  });

  it('is signed as another edition than it is', () => {
    sign();
    signAs({ version: 2 });
    expect(codeOf(check())).toBe('manifest_differs');
    signAs({ title: '另一个内容包' });
    expect(codeOf(check())).toBe('manifest_differs');
  });

  it('is a folder', () => {
    rmSync(pack);
    mkdirSync(pack);
    expect(codeOf(check())).toBe('unreadable');
  });

  it('is larger than any pack', () => {
    truncateSync(pack, MAX_PACK_BYTES + 1);
    expect(codeOf(check(true))).toBe('too_large');
    expect(existsSync(join(folder, 'staged'))).toBe(false);
  });

  it('cannot be copied to where it is checked', () => {
    writeFileSync(join(folder, 'staged'), '');
    expect(codeOf(check(true))).toBe('staging_failed');
  });

  it('was altered in one byte', () => {
    sign();
    const last = statSync(pack).size - 1;
    for (const offset of [0, 4096, last]) {
      const [byte = 0] = readFileSync(pack).subarray(offset);
      overwrite(offset, byte ^ 1);
      expect(codeOf(check())).toBe('altered');
      overwrite(offset, byte);
      rmSync(join(folder, 'staged'));
    }
  });

  it('was cut short', () => {
    sign();
    truncateSync(pack, statSync(pack).size - 4096);
    expect(codeOf(check())).toBe('truncated');
  });

  it('is no database', () => {
    writeFileSync(pack, 'SQLite');
    expect(codeOf(check(true))).toBe('not_a_pack');
  });

  it.each([
    ['is in write-ahead mode', 18, [2, 2], 'journal_open'],
    ['states another page size', 16, [0x20, 0], 'truncated'],
    ['states a page size that is none', 16, [0x10, 1], 'layout_wrong'],
    ['states fewer pages than it has', 28, [0, 0, 0, 1], 'layout_wrong'],
    ['is the database of another program', 68, [1, 2, 3, 4], 'not_a_pack'],
    ['has an older format', 60, [0, 0, 0, 0], 'format_older'],
    ['has a newer format', 60, [0, 0, 0, 2], 'format_newer'],
  ])('%s', (_, offset, bytes, code) => {
    overwrite(offset, ...bytes);
    expect(codeOf(check(true))).toBe(code);
  });

  it.each([
    ['view', 'CREATE VIEW extra AS SELECT 1'],
    ['trigger', 'CREATE TRIGGER extra AFTER INSERT ON pack BEGIN SELECT 1; END'],
    ['table', 'CREATE TABLE extra (a)'],
    ['index', 'CREATE INDEX extra ON document (title)'],
    ['table', 'CREATE VIRTUAL TABLE extra USING fts5(a)'],
    ['table', 'ALTER TABLE vocabulary ADD COLUMN extra TEXT AS (word || word)'],
    ['table', 'DROP TABLE vocabulary'],
    ['view', 'DROP TABLE vocabulary; CREATE VIEW vocabulary AS SELECT 1'],
    ['table', 'ANALYZE'],
  ])('is signed, but its schema differs in a %s: %s', (item, statement) => {
    change(statement);
    sign();
    expect(check()).toMatchObject({ code: 'schema_foreign', detail: { item } });
  });

  it('is signed, but its pages are damaged', () => {
    const db = new Database(pack, { readonly: true });
    const page = db
      .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'segment'")
      .pluck()
      .get();
    db.close();
    overwrite(((page ?? 1) - 1) * 4096, ...Array<number>(64).fill(0xff));
    expect(codeOf(check(true))).toBe('damaged');
  });

  it.each([
    [
      'a NUL in a title',
      "UPDATE document SET title = 'a' || char(0) || 'b' WHERE ord = 0",
      'text_unsafe',
    ],
    [
      'an escape in a text',
      'UPDATE document SET text = char(27) || text WHERE ord = 0',
      'text_unsafe',
    ],
    ['a C1 control in an issuer', 'UPDATE document SET issuer = char(0x9b)', 'text_unsafe'],
    ['a lone surrogate', "UPDATE document SET author = CAST(x'eda080' AS TEXT)", 'text_unsafe'],
    ['a title of a megabyte', 'UPDATE document SET title = hex(zeroblob(500000))', 'too_long'],
    ['an id with a path in it', "UPDATE pack SET pack_id = '../../evil'", 'content_invalid'],
    [
      'a gap between segments',
      'UPDATE segment SET ord = ord + 1000000 WHERE number = (SELECT max(number) FROM segment)',
      'content_invalid',
    ],
    [
      'a segment outside its text',
      'UPDATE segment SET end = 99999999 WHERE number = (SELECT max(number) FROM segment)',
      'content_invalid',
    ],
    [
      'a number no script can hold',
      'UPDATE pack SET version = 9223372036854775807',
      'content_invalid',
    ],
    [
      'a segment of no document',
      "PRAGMA foreign_keys = OFF; INSERT INTO segment SELECT number + 1, 'lost', 'nowhere', 0, kind, level, start, end, NULL, NULL, hash, detail FROM segment ORDER BY number DESC LIMIT 1",
      'content_invalid',
    ],
  ])('is signed, but holds %s', (_, statement, code) => {
    changeWithDigest(statement);
    expect(codeOf(check(true))).toBe(code);
  });

  it('is signed, but its rows do not give its digest', () => {
    change("UPDATE document SET title = title || '。' WHERE ord = 0");
    sign();
    expect(codeOf(check())).toBe('digest_wrong');
  });

  it('has several faults: the earliest check names it', () => {
    change('CREATE VIEW extra AS SELECT 1', "UPDATE pack SET digest = ''");
    expect(codeOf(check(true))).toBe('schema_foreign');
    expect(codeOf(check())).toBe('unsigned');
  });
});

const endlessCheck = fileURLToPath(new URL('../support/endlessCheck.ts', import.meta.url));
const endless =
  'CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';

describe('a view without end', () => {
  it('is refused without being run', () => {
    change(endless);
    sign();
    expect(check()).toMatchObject({ code: 'schema_foreign', detail: { item: 'view' } });
  });

  it('is ended by the timer where a process runs it', async () => {
    change(endless);
    const child = spawn(process.execPath, [endlessCheck, pack]);
    const report = await superviseCheck({
      child: checkProcessOf(child),
      packPath: pack,
      timeLimit: 500,
    });
    expect(codeOf(report)).toBe('timed_out');
    expect(child.signalCode).toBe('SIGKILL');
  });

  it('is told from a process that crashed', async () => {
    const child = spawn(process.execPath, ['-e', 'process.abort()']);
    const report = await superviseCheck({
      child: checkProcessOf(child),
      packPath: pack,
      timeLimit: 10_000,
    });
    expect(codeOf(report)).toBe('crashed');
  });
});

describe('the commands', () => {
  it('make a private key for its owner alone and never overwrite one', () => {
    const path = join(folder, 'new.pem');
    makeKeyPair(path);
    const before = readFileSync(path);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => makeKeyPair(path)).toThrow('there already');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('verify with exit code 0, refuse with exit code 1 and one sentence, and leave nothing behind', async () => {
    sign();
    const good = await verify('--key', join(root, 'publisher.pub.pem'));
    expect(good).toMatchObject({ exitCode: 0, complaint: '' });
    expect(good.output).toContain('signed by "publisher"');

    overwrite(5000, 1, 2, 3);
    const bad = await verify('--key', join(root, 'publisher.pub.pem'));
    expect(bad.exitCode).toBe(1);
    expect(bad.complaint).toBe(
      'The pack briefing.yandu was altered after it was signed and was refused.\n',
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('yandu-check-'))).toEqual([]);
  });
});

function verify(
  ...args: readonly string[]
): Promise<{ exitCode: number; output: string; complaint: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['electron/packs/verifyPackCli.ts', pack, ...args],
      { env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder } },
      (_error, output, complaint) => {
        resolve({ exitCode: child.exitCode ?? -1, output, complaint });
      },
    );
  });
}

describe('a check that is cancelled', () => {
  it('ends its process at once', async () => {
    change(endless);
    const child = spawn(process.execPath, [endlessCheck, pack]);
    const cancelling = new AbortController();
    const report = superviseCheck({
      child: checkProcessOf(child),
      packPath: pack,
      timeLimit: 60_000,
      signal: cancelling.signal,
    });
    cancelling.abort();
    expect(codeOf(await report)).toBe('cancelled');
    expect(child.signalCode).toBe('SIGKILL');
  });
});
