import { isoTimeSchema, type IsoTime } from '../domain/ids.ts';

/** The last that has four digits for its year; a clock or a file that is further ahead is held to it. */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The time that a change made at `now` bears, to what was last changed at `known`: always the later one. A clock
 * that is behind, or a file from one that was ahead, would else let an import undo the change without a word.
 */
export function changeTime(now: IsoTime, known: IsoTime): IsoTime {
  if (now > known) return now;
  return isoTimeSchema.parse(new Date(Math.min(Date.parse(known) + 1, LAST_INSTANT)).toISOString());
}
