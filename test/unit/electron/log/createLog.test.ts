import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, readLog } from '../../../../electron/log/createLog.ts';
import { isoTimeSchema } from '../../../../shared/domain/ids.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yandu-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

let minute = 0;
const now = () =>
  isoTimeSchema.parse(new Date(Date.UTC(2026, 10, 21, 8, (minute += 1))).toISOString());

describe('createLog', () => {
  it('writes one line an event, oldest first', () => {
    const log = createLog(join(folder, 'logs'), now);

    log({ event: 'opened' });
    log({ event: 'failure', channel: 'saveHandout', code: 'disk_full' });

    const [first, second] = readLog(join(folder, 'logs'), 10).map((line): unknown =>
      JSON.parse(line),
    );
    expect(first).toMatchObject({ event: 'opened' });
    expect(second).toMatchObject({ event: 'failure', channel: 'saveHandout', code: 'disk_full' });
  });

  it('keeps four files of a quarter of a megabyte, however long it runs', () => {
    const log = createLog(folder, now);
    const at = Array.from({ length: 12 }, () => 'x'.repeat(100));

    for (let count = 0; count < 2_000; count += 1) {
      log({ event: 'bug', channel: `c${count}`, fault: 'TypeError', at });
    }

    const files = readdirSync(folder).sort();
    expect(files).toEqual(['yandu.1.log', 'yandu.2.log', 'yandu.3.log', 'yandu.log']);
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(260 * 1024);
    expect(readLog(folder, 1)[0]).toContain('"c1999"');
  });

  it('stops nothing where it cannot write', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    expect(() => {
      createLog(join(file, 'logs'), now)({ event: 'opened' });
    }).not.toThrow();
  });
});
