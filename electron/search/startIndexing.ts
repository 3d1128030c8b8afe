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
  const sync = createSyncSwitch(db);
  const steps = function* (): Generator<void, void> {
    const writing = writeIndexTables({
      exec: (sql) => db.exec(sql),
      prepare: (sql) => {
        const statement = db.prepare(sql);
        return statement;
      },
    });
    sync.relax();
    try {
      for (;;) {
        const step = writing.next();
        if (step.done === true) return;
        progress = progressOf(step.value);
        yield;
      }
    } finally {
      sync.restore();
    }
  };
  const pause = async (): Promise<void> => {
    sync.restore();
    do await nextTurn();
    while (isNeeded() && db.open);
    if (db.open) sync.relax();
  };
  const written = runInSlices(steps(), () => !db.open, pause).then(
    (done) => done !== null,
    // A full disk, say: the scan goes on answering.
    () => false,
  );
  return { written, progress: () => progress };
}

/** Pages that the log gathers before they are carried over to the file, which is done in one go. */
const LOG_PAGES = '200';

/**
 * For work whose loss in a power cut costs nothing but time: the file stays whole, the index is written
 * anew. Waiting for the disk at every step would hold the window, and so would a long log. Between the slices everything is as
 * before, so that a note is on the disk when it is said to be.
 */
function createSyncSwitch(db: Database): {
  readonly relax: () => void;
  readonly restore: () => void;
} {
  const level = Number(db.pragma('synchronous', { simple: true }));
  const logPages = Number(db.pragma('wal_autocheckpoint', { simple: true }));
  // Not `pragma`: each call leaves a statement behind, and collecting thousands of them holds the window.
  return {
    relax: () => db.exec(`PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${LOG_PAGES}`),
    restore: () =>
      db.exec(
        `PRAGMA synchronous = ${String(level)}; PRAGMA wal_autocheckpoint = ${String(logPages)}`,
      ),
  };
}

/** The part of the time that reading takes. */
const READING = 2 / 3;

function progressOf({ phase, done, total }: IndexStep): number {
  const part = done / Math.max(1, total);
  return phase === 'reading' ? part * READING : READING + part * (1 - READING);
}
