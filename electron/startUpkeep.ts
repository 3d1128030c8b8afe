import type { IsoTime } from '../shared/domain/ids.ts';
import type { Failure, Result } from '../shared/domain/result.ts';

/** After the start, once the window is up; then as long as it is open. In milliseconds. */
const FIRST_AFTER = 5_000;
const EVERY = 30 * 60_000;

type UpkeepArgs = {
  readonly now: () => IsoTime;
  /** Backs up what has changed since the last backup. */
  readonly backUp: () => Promise<Result<null>>;
  /** Empties the bin and the history of what has rested its time. */
  readonly purge: () => void;
  /** Looks the whole briefing through where that is due. */
  readonly check: () => Promise<void>;
  /** Told of a backup that could not be made. */
  readonly report: (failure: Failure) => void;
  /** Told of what must never happen: nobody else waits for this work. */
  readonly reportBug: (error: unknown) => void;
};

/**
 * What must be done while the program is open, be it for minutes or for days: a backup soon after the
 * start and every half hour, the check where it is due, and the purge once a day. One slow timer for all, because
 * timers stand still while a machine sleeps: a timer set for midnight would come hours late. Answers how to stop it.
 */
export function startUpkeep(args: UpkeepArgs): () => void {
  const { now, purge, reportBug } = args;
  let purgedOn = dayOf(now());
  purge();
  const keepUp = (): void => {
    void backUpAndCheck(args).catch(reportBug);
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

async function backUpAndCheck({ backUp, check, report }: UpkeepArgs): Promise<void> {
  const result = await backUp();
  if (!result.ok) report(result);
  await check();
}

function dayOf(time: IsoTime): string {
  return new Date(time).toDateString();
}
