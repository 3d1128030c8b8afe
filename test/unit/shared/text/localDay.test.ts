import { afterEach, expect, it, vi } from 'vitest';
import { localDay } from '../../../../shared/text/localDay.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['Asia/Shanghai', '2026-12-02T16:30:00.000Z', '2026-12-03'],
  ['Asia/Shanghai', '2026-12-03T15:30:00.000Z', '2026-12-03'],
  ['America/New_York', '2027-01-01T02:00:00.000Z', '2026-12-31'],
])('is the day of the calendar on the wall in %s', (zone, time, day) => {
  vi.stubEnv('TZ', zone);

  expect(localDay(time)).toBe(day);
});
