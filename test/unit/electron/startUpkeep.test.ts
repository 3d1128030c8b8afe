import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startUpkeep } from '../../../electron/startUpkeep.ts';
import { isoTimeSchema } from '../../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 21, 23, 10) });
});
afterEach(() => {
  vi.useRealTimers();
});

function start(result: Result<null> = ok(null)) {
  const did: string[] = [];
  const stop = startUpkeep({
    now: () => isoTimeSchema.parse(new Date().toISOString()),
    backUp: () => {
      did.push('backup');
      return Promise.resolve(result);
    },
    check: () => {
      did.push('check');
      return Promise.resolve();
    },
    purge: () => did.push('purge'),
    report: ({ code }) => did.push(code),
    reportBug: () => did.push('bug'),
  });
  return { did, stop };
}

describe('startUpkeep', () => {
  it('purges at once, and backs up and checks a little later and every half hour', async () => {
    const { did, stop } = start();
    expect(did).toEqual(['purge']);

    await vi.advanceTimersByTimeAsync(10_000);
    expect(did).toEqual(['purge', 'backup', 'check']);

    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(did).toEqual(['purge', 'backup', 'check', 'backup', 'check']);
    stop();
  });

  it('purges again when a new day has begun, once', async () => {
    const { did, stop } = start();

    await vi.advanceTimersByTimeAsync(3 * 60 * MINUTE);

    expect(did.filter((one) => one === 'purge')).toHaveLength(2);
    stop();
  });

  it('purges after a sleep of days, when the timers run again', async () => {
    const { did, stop } = start();
    vi.setSystemTime(new Date(2026, 10, 25, 9, 0));

    await vi.advanceTimersByTimeAsync(30 * MINUTE);

    expect(did.filter((one) => one === 'purge')).toHaveLength(2);
    stop();
  });

  it('tells of a backup that could not be made, and tries again', async () => {
    const { did, stop } = start(failure('disk_full'));

    await vi.advanceTimersByTimeAsync(30 * MINUTE);

    expect(did.filter((one) => one !== 'check')).toEqual([
      ...['purge', 'backup', 'disk_full', 'backup', 'disk_full'],
    ]);
    stop();
  });

  it('does nothing any more once it is stopped', async () => {
    const { did, stop } = start();
    stop();

    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE);

    expect(did).toEqual(['purge']);
  });
});
