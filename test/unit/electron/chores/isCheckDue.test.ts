import { expect, it } from 'vitest';
import { isCheckDue } from '../../../../electron/chores/isCheckDue.ts';

const since = '2026-11-01T08:00:00.000Z';

it.each([
  ['at once, where nobody knows of a last one', null, '2026-11-01T08:00:00.000Z', false, true],
  ['not within the week, idle or not', since, '2026-11-08T07:59:59.999Z', true, false],
  ['after a week beside a machine at rest', since, '2026-11-08T08:00:00.000Z', true, true],
  ['not after a week under somebody’s hands', since, '2026-11-15T07:59:59.999Z', false, false],
  ['after two weeks in any case', since, '2026-11-15T08:00:00.000Z', false, true],
  ['at once, where the last one is yet to come', since, '2026-10-31T08:00:00.000Z', false, true],
])('looks through a briefing %s', (_, last, now, isIdle, isDue) => {
  expect(isCheckDue({ since: last, now, isIdle })).toBe(isDue);
});
