// What an export says and leaves behind when the disk is full, the file is open in Word or the place is protected.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const child = resolve(import.meta.dirname, '..', 'support', 'children', 'exportInTrouble.ts');
const folder = mkdtempSync(join(tmpdir(), 'yandu-trouble-'));
const OUTCOMES = 4;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const outcomes = z.array(
  z.object({ outcome: z.string(), sentence: z.string(), name: z.string(), isOld: z.boolean() }),
);
const reportSchema = z.object({
  during: outcomes.length(OUTCOMES),
  leftovers: z.array(z.string()),
  after: outcomes,
});

type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

function inShell(script: string, ...command: readonly string[]): Ran {
  return spawnSync('sh', ['-c', script, folder, ...command], { encoding: 'utf8' });
}

/** On a file system of two megabytes that nobody else sees. */
function onSmallDisk(...command: readonly string[]): Ran {
  const script = `unshare --mount sh -c 'mount -t tmpfs -o size=2m tmpfs "$0" && exec "$@"' "$0" "$@"`;
  return inShell(script, ...command);
}

function reportOf({ stdout, stderr }: Ran): z.infer<typeof reportSchema> {
  if (stdout === '') throw new Error(stderr);
  return reportSchema.parse(JSON.parse(stdout));
}

/** The sentences of a report, each about its own file; the files are as they were and nothing lies beside them. */
function expectNothingLost(report: z.infer<typeof reportSchema>, outcome: string): void {
  expect(report.during.map((one) => one.outcome)).toEqual(Array(OUTCOMES).fill(outcome));
  for (const { sentence, name } of report.during) expect(sentence).toContain(name);
  expect(report.leftovers).toEqual([]);
}

// A machine that lets nobody mount anything (as most build machines) says here that it skipped them.
describe.skipIf(onSmallDisk('true').status !== 0)('with a disk of its own', () => {
  it('says that the disk is full, keeps the file of last time, and writes it once there is room', () => {
    const report = reportOf(onSmallDisk(process.execPath, child, folder, 'full'));

    expectNothingLost(report, 'export_disk_full');
    expect(report.during[0]?.sentence).toContain('磁盘已满');
    expect(report.during.every((one) => one.isOld)).toBe(true);
    expect(report.after.map((one) => one.outcome)).toEqual(Array(OUTCOMES).fill('written'));
  });

  it('says that the file is open elsewhere, and writes it once it is closed', () => {
    const report = reportOf(onSmallDisk(process.execPath, child, folder, 'busy'));

    expectNothingLost(report, 'export_target_busy');
    expect(report.during.every((one) => one.isOld)).toBe(true);
    expect(report.after.map((one) => one.outcome)).toEqual(Array(OUTCOMES).fill('written'));
  });
});

describe.skipIf(process.platform !== 'linux')('without any rights', () => {
  it('keeps the file of last time when the system takes no more of the new one', () => {
    const report = reportOf(
      inShell('ulimit -f 1 && exec "$@"', process.execPath, child, folder, 'limited'),
    );

    expectNothingLost(report, 'export_failed');
    expect(report.during.every((one) => one.isOld)).toBe(true);
  });

  it('says that a place is protected', () => {
    // Nobody may make a file there, not even the machine's own administrator.
    const report = reportOf(
      inShell('exec "$@"', process.execPath, child, '/sys/kernel', 'read-only'),
    );

    expectNothingLost(report, 'export_read_only');
  });
});
