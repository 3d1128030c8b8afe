// Builds the index of a briefing anew, in slices, while a plain scan answers.

import { assertNever } from '../../shared/domain/result.ts';
import type { Database } from 'better-sqlite3';
import type { IndexStep } from '../../shared/search/writeIndexTables.ts';
import { writeIndexTables } from '../../shared/search/writeIndexTables.ts';
import { runInSlices } from './runInSlices.ts';

export type Indexing = {
  /** Resolves when the folded text is stored and a scan can answer; rejects when it could not be. */
  readonly folded: Promise<void>;
  /** True when all is written; false when writing failed or the briefing was closed. */
  readonly written: Promise<boolean>;
  /** 0 to 1. */
  readonly progress: () => number;
};

/** Starts at once and stops by itself when the briefing is closed; the next start begins again. */
export function startIndexing(db: Database): Indexing {
  let progress = 0;
  let resolveFolded: () => void = () => undefined;
  let rejectFolded: (reason: Error) => void = () => undefined;
  const folded = new Promise<void>((resolve, reject) => {
    resolveFolded = resolve;
    rejectFolded = reject;
  });
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
      if (step.phase === 'folded') resolveFolded();
      yield;
    }
  };
  const written = runInSlices(steps(), () => !db.open).then(
    (done) => done !== null,
    (error: unknown) => {
      // A full disk: queries before the folding was done fail with it, later ones go on scanning.
      rejectFolded(error instanceof Error ? error : new Error(String(error)));
      return false;
    },
  );
  return { folded, written, progress: () => progress };
}

/** Folding, counting and writing take about the same time. */
function progressOf(step: IndexStep): number {
  switch (step.phase) {
    case 'folding':
      return step.done / step.total / 3;
    case 'folded':
      return 1 / 3;
    case 'counting':
      return (1 + step.done / step.total) / 3;
    case 'writing':
      return (2 + step.done / Math.max(1, step.total)) / 3;
    default:
      return assertNever(step);
  }
}
