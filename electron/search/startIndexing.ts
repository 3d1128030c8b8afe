// Builds the index of a briefing anew, in slices, while a plain scan answers.

import type { Database } from 'better-sqlite3';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IndexStep } from '../../shared/search/writeIndexTables.ts';
import { writeIndexTables } from '../../shared/search/writeIndexTables.ts';
import { runInSlices } from './runInSlices.ts';

export type Indexing = {
  /** True when all is written; false when writing failed or the briefing was closed. */
  readonly written: Promise<boolean>;
  /** 0 to 1. */
  readonly progress: () => number;
};

/**
 * Starts at once and stops by itself when the briefing is closed; the next start begins again.
 * @param isNeeded true while something more urgent is at work: the index waits for it
 */
export function startIndexing(db: Database, isNeeded: () => boolean): Indexing {
  let progress = 0;
  const steps = function* (): Generator<void, void> {
    const writing = writeIndexTables({
      exec: (sql) => db.exec(sql),
      prepare: (sql) => {
        const statement = db.prepare(sql);
        return statement;
      },
    });
    for (const step of writing) {
      progress = progressOf(step);
      yield;
    }
  };
  const pause = async (): Promise<void> => {
    do await nextTurn();
    while (isNeeded() && db.open);
  };
  const written = runInSlices(steps(), () => !db.open, pause).then(
    (done) => done !== null,
    // A full disk, say: the scan goes on answering.
    () => false,
  );
  return { written, progress: () => progress };
}

const phases: readonly IndexStep['phase'][] = ['folding', 'counting', 'writing'];

function progressOf({ phase, done, total }: IndexStep): number {
  return (phases.indexOf(phase) + done / Math.max(1, total)) / phases.length;
}
