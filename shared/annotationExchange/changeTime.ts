import { isoTimeSchema, type IsoTime } from '../domain/ids.ts';

/**
 * The time that a change made at `now` bears, to what was last changed at `known`: always the later one. A clock
 * that is behind, or a file from one that was ahead, would else let an import undo the change without a word.
 */
export function changeTime(now: IsoTime, known: IsoTime): IsoTime {
  if (now > known) return now;
  return isoTimeSchema.parse(new Date(Date.parse(known) + 1).toISOString());
}
