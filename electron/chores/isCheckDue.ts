const WEEK = 7 * 24 * 60 * 60_000;

type Rest = {
  /** When the whole briefing was last looked through, or was made from a checked pack; null when nobody knows. */
  readonly since: string | null;
  readonly now: string;
  /** Whether nobody has touched the machine for a while. */
  readonly isIdle: boolean;
};

/** After a week when nobody is at the machine, after two also when somebody is. A check that is yet to come tells of a clock that was wrong, and counts for nothing. */
export function isCheckDue({ since, now, isIdle }: Rest): boolean {
  if (since === null) return true;
  const rested = Date.parse(now) - Date.parse(since);
  return rested < 0 || rested >= (isIdle ? WEEK : 2 * WEEK);
}
