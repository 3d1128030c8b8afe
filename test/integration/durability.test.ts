import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAnnotations } from '../../electron/db/own/annotation.ts';
import { areOwnTablesSound } from '../../electron/db/briefing/checkTables.ts';
import { makeWorkFolder, noteAt, openWorked } from '../support/workedBriefing.ts';

const children = resolve(import.meta.dirname, '..', 'support', 'children');
const KILLS = 8;

/** Runs the writer until it has said `until` numbers, kills it, and gives the numbers. */
function writeAndKill(folder: string, first: number, until: number): Promise<readonly number[]> {
  return new Promise((done, failed) => {
    const args = [join(children, 'writeNotes.ts'), folder, String(first), '100000'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > until) child.kill('SIGKILL');
    });
    child.once('error', failed);
    child.once('close', () => {
      // What comes after the last line break may be cut off.
      done(said.split('\n').slice(1, -1).map(Number));
    });
  });
}

describe('what was said to be saved', () => {
  it('is there after the program was killed in the middle of writing, again and again', async () => {
    const work = makeWorkFolder();
    openWorked(work).close();
    const acknowledged: number[] = [];

    for (let kill = 0; kill < KILLS; kill += 1) {
      acknowledged.push(...(await writeAndKill(work.folder, 1 + kill * 100_000, 20 + 17 * kill)));
    }

    const db = openWorked(work);
    const kept = new Set(listAnnotations(db).map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(KILLS * 20);
    expect(acknowledged.filter((index) => !kept.has(noteAt(index).id))).toEqual([]);
    expect(areOwnTablesSound(db)).toBe(true);
    db.close();
  }, 60_000);

  it.skipIf(spawnSync('strace', ['-V']).status !== 0)(
    'was synced to the disk at every commit',
    () => {
      const work = makeWorkFolder();
      openWorked(work).close();
      const log = join(work.folder, 'strace.log');

      const traced = spawnSync('strace', [
        ...['-f', '-e', 'trace=fsync,fdatasync', '-o', log],
        ...[process.execPath, join(children, 'writeNotes.ts'), work.folder, '1', '100'],
      ]);

      expect(traced.status).toBe(0);
      const syncs = readFileSync(log, 'utf8').match(/\bf(?:data)?sync\(\d+\)\s+= 0/g) ?? [];
      expect(syncs.length).toBeGreaterThanOrEqual(100);
    },
    60_000,
  );
});

describe('a full disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-full-'));
  const onSmallDisk = (...command: readonly string[]) =>
    spawnSync(
      'unshare',
      [
        ...['--mount', 'sh', '-c', 'mount -t tmpfs -o size=32m tmpfs "$0" && exec "$@"'],
        ...[folder, ...command],
      ],
      { encoding: 'utf8' },
    );

  it.skipIf(onSmallDisk('true').status !== 0)(
    'loses nothing that was saved, and what is being written still fits',
    () => {
      const { stdout, stderr } = onSmallDisk(
        process.execPath,
        join(children, 'fillDisk.ts'),
        folder,
      );

      expect(stderr).toBe('');
      const report: unknown = JSON.parse(stdout);
      expect(report).toMatchObject({
        backup: 'disk_full',
        isBallastGone: true,
        isSound: true,
        changes: 1,
      });
      const { written, found, afterRoom } = report as Record<string, number>;
      expect(found).toBe(written);
      expect(written).toBeGreaterThan(afterRoom ?? Infinity);
    },
    60_000,
  );
});
