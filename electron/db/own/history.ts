// One undo history for everything the reader makes. A step is written in the transaction of the change
// itself and holds each row before and after, so that it survives a restart and needs no inverse code.

import type { HistoryAction, HistoryEntity } from '../../../shared/domain/historyAction.ts';
import type { IsoTime } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import type { EntityStore } from './entityStore.ts';

/** A row before and after, as JSON values; null means that it was not there. */
export type HistoryChange = {
  readonly entity: HistoryEntity;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
};

export type HistoryStep = {
  readonly at: IsoTime;
  readonly action: HistoryAction;
  readonly changes: readonly HistoryChange[];
};

export type AppliedStep = {
  readonly action: HistoryAction;
  readonly entities: readonly HistoryEntity[];
};

/** Longer pauses than this, in milliseconds, end a run of typing that is undone as one step. */
const CONTINUING_PAUSE = 60_000;

/** Writes a step and forgets what was undone before it. Call it inside the transaction of the change. */
export function recordStep(db: BriefingDb, step: HistoryStep): void {
  db.prepare('DELETE FROM history_step WHERE is_undone = 1').run();
  recordBeginning(db, step);
}

/** The same for what may yet come to nothing: what was undone can still be done again. */
export function recordBeginning(db: BriefingDb, step: HistoryStep): void {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO history_step (at, action, is_undone) VALUES (?, ?, 0)')
    .run(step.at, step.action);
  const insert = db.prepare(
    `INSERT INTO history_change (step_id, ord, entity, entity_id, before, after)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  step.changes.forEach(({ entity, id, before, after }, ord) => {
    insert.run(lastInsertRowid, ord, entity, id, JSON.stringify(before), JSON.stringify(after));
  });
}

/**
 * Like `recordStep`, for what is saved while it is typed: continues the last step when that was the
 * same action on the same row less than a minute ago, so that one undo takes back one run of typing.
 */
export function recordContinuing(
  db: BriefingDb,
  step: Omit<HistoryStep, 'changes'> & { readonly change: HistoryChange },
): void {
  const { at, action, change } = step;
  const last = db
    .prepare<
      [],
      {
        readonly id: number;
        readonly at: string;
        readonly action: string;
        readonly is_undone: number;
      }
    >('SELECT id, at, action, is_undone FROM history_step ORDER BY id DESC LIMIT 1')
    .get();
  const continues =
    last?.is_undone === 0 &&
    last.action === action &&
    // A clock that was put back ends a run as a pause does.
    Math.abs(Date.parse(at) - Date.parse(last.at)) < CONTINUING_PAUSE &&
    listChanges(db, last.id).every(
      ({ entity, entity_id }) => entity === change.entity && entity_id === change.id,
    );
  if (!continues) {
    recordStep(db, { at, action, changes: [change] });
    return;
  }
  db.prepare('UPDATE history_step SET at = ? WHERE id = ?').run(at, last.id);
  db.prepare('UPDATE history_change SET after = ? WHERE step_id = ?').run(
    JSON.stringify(change.after),
    last.id,
  );
}

/** Takes one row out of every step, and the steps that were about it alone. Call it inside a transaction. */
export function forgetInHistory(db: BriefingDb, entity: HistoryEntity, id: string): void {
  const steps = db
    .prepare<[string, string], number>(
      'SELECT step_id FROM history_change WHERE entity = ? AND entity_id = ? ORDER BY step_id',
    )
    .pluck()
    .all(entity, id);
  db.prepare('DELETE FROM history_change WHERE entity = ? AND entity_id = ?').run(entity, id);
  const removeEmpty = db.prepare(
    `DELETE FROM history_step
     WHERE id = ? AND NOT EXISTS (SELECT 1 FROM history_change WHERE step_id = history_step.id)`,
  );
  for (const step of steps) removeEmpty.run(step);
}

export type HistoryMove = {
  readonly direction: 'undo' | 'redo';
  readonly at: IsoTime;
  /** Older steps stay as they are, and so does what lies beneath one. */
  readonly since: IsoTime;
  readonly storesOf: (
    action: HistoryAction,
  ) => Readonly<Partial<Record<HistoryEntity, EntityStore>>>;
};

/** Takes the last step back or does the first undone one again, in one transaction; null when there is none. */
export function moveInHistory(db: BriefingDb, move: HistoryMove): AppliedStep | null {
  return db.transaction(() => applyStep(db, move))();
}

function applyStep(
  db: BriefingDb,
  { direction, at, since, storesOf }: HistoryMove,
): AppliedStep | null {
  const isUndo = direction === 'undo';
  const step = db
    .prepare<
      [number],
      { readonly id: number; readonly at: string; readonly action: HistoryAction }
    >(
      `SELECT id, at, action FROM history_step WHERE is_undone = ?
       ORDER BY id ${isUndo ? 'DESC' : 'ASC'} LIMIT 1`,
    )
    .get(isUndo ? 0 : 1);
  // Only ever the next one: a step taken out of its turn would write an older row over a newer.
  if (step === undefined || step.at < since) return null;
  const changes = listChanges(db, step.id);
  const stores = storesOf(step.action);
  for (const change of isUndo ? changes.toReversed() : changes) {
    const store = stores[change.entity];
    if (store === undefined) throw new Error(`no store for ${change.entity}`);
    const row: unknown = JSON.parse(isUndo ? change.before : change.after);
    if (row === null) store.remove(db, change.entity_id, at);
    else store.put(db, row, at);
  }
  db.prepare('UPDATE history_step SET is_undone = ? WHERE id = ?').run(isUndo ? 1 : 0, step.id);
  return { action: step.action, entities: [...new Set(changes.map(({ entity }) => entity))] };
}

type ChangeRow = {
  readonly entity: HistoryEntity;
  readonly entity_id: string;
  readonly before: string;
  readonly after: string;
};

function listChanges(db: BriefingDb, stepId: number): ChangeRow[] {
  return db
    .prepare<[number], ChangeRow>(
      'SELECT entity, entity_id, before, after FROM history_change WHERE step_id = ? ORDER BY ord',
    )
    .all(stepId);
}
