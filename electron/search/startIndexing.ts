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
    for (;;) {
      const step = withoutSync(db, () => writing.next());
      if (step.done === true) return;
      progress = progressOf(step.value);
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

/**
 * Runs work whose loss in a power cut costs nothing but time: the file stays whole, the index is written
 * anew. Waiting for the disk at every step would hold the window.
 */
function withoutSync<Value>(db: Database, work: () => Value): Value {
  const level = Number(db.pragma('synchronous', { simple: true }));
  db.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    db.pragma(`synchronous = ${String(level)}`);
  }
}

/** The part of the time that reading takes. */
const READING = 2 / 3;

function progressOf({ phase, done, total }: IndexStep): number {
  const part = done / Math.max(1, total);
  return phase === 'reading' ? part * READING : READING + part * (1 - READING);
}
