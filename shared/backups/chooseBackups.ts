import type { IsoTime } from '../domain/ids.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How long every backup is kept, in milliseconds. */
const ALL_FOR = 2 * DAY;
/** And of the older ones, the last of so many days, then weeks, then months that have one. */
const DAYS = 12;
const WEEKS = 10;
const MONTHS = 9;

/**
 * Which of the backups made at `times` are worth keeping at `now`: all of the last two days, then one a
 * day, a week, a month, thinner the further back. Calendar units are those of UTC. The newest is always
 * kept, and so are those from after `now`, which a clock put right leaves behind. The scheme is Anki's.
 */
export function chooseBackups(times: readonly IsoTime[], now: IsoTime): ReadonlySet<IsoTime> {
  const kept = new Set<IsoTime>();
  const quotas = [
    { unit: dayOf, left: DAYS },
    { unit: weekOf, left: WEEKS },
    { unit: monthOf, left: MONTHS },
  ];
  let last: IsoTime | null = null;
  for (const time of times.toSorted().toReversed()) {
    const isRecent = Date.parse(time) >= Date.parse(now) - ALL_FOR;
    if (last !== null && !isRecent) {
      const quota = quotas.find(({ left }) => left > 0);
      if (quota === undefined) break;
      if (quota.unit(time) === quota.unit(last)) continue;
      quota.left -= 1;
    }
    kept.add(time);
    last = time;
  }
  return kept;
}

function dayOf(time: IsoTime): number {
  return Math.floor(Date.parse(time) / DAY);
}

/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
function weekOf(time: IsoTime): number {
  return Math.floor((dayOf(time) + 3) / 7);
}

function monthOf(time: IsoTime): string {
  return time.slice(0, 7);
}
