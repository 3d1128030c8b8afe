import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBackups } from '../../../../shared/backups/chooseBackups.ts';
import { isoTimeSchema, type IsoTime } from '../../../../shared/domain/ids.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-05T08:00:00.000Z');

const at = (ms: number): IsoTime => isoTimeSchema.parse(new Date(ms).toISOString());

/** Times within two years before `now`, which is two years after the start. */
const now = at(START + 730 * DAY);
const anyTimes = fc.uniqueArray(
  fc.integer({ min: 0, max: 730 * 24 * 60 }).map((minutes) => at(START + minutes * 60_000)),
  { maxLength: 300 },
);

const age = (time: IsoTime): number => Date.parse(now) - Date.parse(time);

describe('chooseBackups', () => {
  it('keeps the newest and everything of the last two days', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const kept = chooseBackups(times, now);
        const newest = times.toSorted().at(-1);
        if (newest !== undefined) expect(kept.has(newest)).toBe(true);
        for (const time of times) if (age(time) <= 2 * DAY) expect(kept.has(time)).toBe(true);
      }),
    );
  });

  it('keeps no more than 12 days, 10 weeks and 9 months of what is older, each once', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const older = [...chooseBackups(times, now)].filter((time) => age(time) > 2 * DAY);
        expect(older.length).toBeLessThanOrEqual(1 + 12 + 10 + 9);
        const days = older.map((time) => time.slice(0, 10));
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  it('chooses the same again from what it chose, in whatever order', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const kept = chooseBackups(times, now);
        expect(chooseBackups([...kept].toReversed(), now)).toEqual(kept);
        expect(chooseBackups(times.toReversed(), now)).toEqual(kept);
      }),
    );
  });

  it('reaches a year back after years of four backups a day, thinner the further back', () => {
    let kept: readonly IsoTime[] = [];
    for (let time = START; time < START + 730 * DAY; time += 6 * HOUR) {
      kept = [...chooseBackups([...kept, at(time)], at(time))];
    }
    const ages = kept.map((time) => age(time) / DAY).toSorted((one, other) => one - other);
    const widest = (from: number, to: number): number => {
      const within = ages.filter((days) => days >= from && days <= to);
      return Math.max(...within.slice(1).map((days, index) => days - (within[index] ?? 0)));
    };

    expect(ages.filter((days) => days <= 2)).toHaveLength(8);
    expect(widest(2, 13)).toBeLessThanOrEqual(1.5);
    expect(widest(14, 80)).toBeLessThanOrEqual(7.5);
    // The last of a month may be up to a week before its end.
    expect(widest(80, 340)).toBeLessThanOrEqual(38);
    expect(ages.at(-1)).toBeGreaterThan(300);
  });
});
