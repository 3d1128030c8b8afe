import type { IsoTime } from '../shared/domain/ids.ts';
import type { Failure, Result } from '../shared/domain/result.ts';

/** After the start, once the window is up; then as long as it is open. In milliseconds. */
const FIRST_AFTER = 5_000;
const EVERY = 30 * 60_000;

type UpkeepArgs = {
  readonly now: () => IsoTime;
  /** Backs up what has changed since the last backup. */
  readonly backUp: () => Result<null>;
  /** Empties the bin and the history of what has rested its time. */
  readonly purge: () => void;
  /** Told of a backup that could not be made. */
  readonly report: (failure: Failure) => void;
};

/**
 * What must be done while the program is open, be it for minutes or for days: a backup soon after the
 * start and every half hour, and the purge once a day. One slow timer for both, because timers stand
 * still while a machine sleeps: a timer set for midnight would come hours late. Answers how to stop it.
 */
export function startUpkeep({ now, backUp, purge, report }: UpkeepArgs): () => void {
  let purgedOn = dayOf(now());
  purge();
  const keepUp = (): void => {
    const result = backUp();
    if (!result.ok) report(result);
    if (dayOf(now()) === purgedOn) return;
    purgedOn = dayOf(now());
    purge();
  };
  const first = setTimeout(keepUp, FIRST_AFTER);
  const repeated = setInterval(keepUp, EVERY);
  return () => {
    clearTimeout(first);
    clearInterval(repeated);
  };
}

function dayOf(time: IsoTime): string {
  return new Date(time).toDateString();
}
