import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { BriefingCheck } from '../../shared/ipc/upkeep.ts';
import { CHECK_KEY, findBriefingCheck } from '../db/briefing/briefingCheck.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getOrigin } from '../db/briefing/briefingHead.ts';
import { putSetting } from '../db/briefing/setting.ts';
import { isCheckDue } from './isCheckDue.ts';
import { removeIfFree } from '../removeIfFree.ts';
import type { DoChore } from './startChore.ts';

export type Checks = {
  /** Null before the first. */
  readonly last: () => BriefingCheck | null;
  readonly run: () => Promise<Result<BriefingCheck>>;
  /** Runs when `isCheckDue` since the last, or since the pack was checked and installed. */
  readonly runWhenDue: () => Promise<Result<BriefingCheck> | null>;
};

type ChecksArgs = {
  readonly db: BriefingDb;
  readonly dataFolder: string;
  readonly nativeBinding: string | null;
  readonly now: () => IsoTime;
  readonly doChore: DoChore;
  /** Whether nobody has touched the machine for a while. */
  readonly isIdle: () => boolean;
};

/**
 * Checks of a whole open briefing. This program holds its file alone, so SQLite copies it, some pages at a turn, and
 * the copy is looked at beside the window.
 */
export function createChecks(args: ChecksArgs): Checks {
  const { db, now, isIdle } = args;
  const last = (): BriefingCheck | null => findBriefingCheck(db);
  let running: Promise<Result<BriefingCheck>> | null = null;
  const run = (): Promise<Result<BriefingCheck>> => {
    running ??= checkCopy(args).finally(() => {
      running = null;
    });
    return running;
  };
  return {
    last,
    run,
    runWhenDue: async () => {
      const since = last()?.at ?? getOrigin(db).installedAt;
      return isCheckDue({ since, now: now(), isIdle: isIdle() }) ? await run() : null;
    },
  };
}

async function checkCopy(args: ChecksArgs): Promise<Result<BriefingCheck>> {
  const { db, dataFolder, nativeBinding, now, doChore } = args;
  // A start takes away what a program left that was ended on the way.
  const path = join(dataFolder, 'incoming.check.partial');
  try {
    rmSync(path, { force: true });
    const isCopied = await copyTo(db, path);
    if (!isCopied.ok) return isCopied;
    const checked = isCopied.value
      ? await doChore<'check'>({ kind: 'check', path, nativeBinding })
      : ok({ isSound: false });
    if (checked?.ok !== true || !db.open) return failure('unexpected');
    const check: BriefingCheck = { at: now(), isSound: checked.value.isSound };
    putSetting(db, CHECK_KEY, check);
    return ok(check);
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) removeIfFree(path + ending);
  }
}

/** False where SQLite cannot even read it through. */
async function copyTo(db: BriefingDb, path: string): Promise<Result<boolean>> {
  try {
    await db.backup(path);
    return ok(true);
  } catch (error) {
    // Another briefing was opened meanwhile.
    if (!db.open) return failure('unexpected');
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return ok(false);
    if (/^SQLITE_(FULL|IOERR|CANTOPEN)/.test(code)) return failure('disk_full');
    throw error;
  }
}
