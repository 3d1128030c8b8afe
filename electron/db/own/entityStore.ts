import type { IsoTime } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';

/** How the history brings one kind of row to an earlier or later state; called inside its transaction. */
export type EntityStore = {
  /** Writes the row as it was, creating it when it is absent; `at` is the time of the undo or redo. */
  readonly put: (db: BriefingDb, row: unknown, at: IsoTime) => void;
  /** Takes the row away; kinds that have a bin put it there. */
  readonly remove: (db: BriefingDb, id: string, at: IsoTime) => void;
};
