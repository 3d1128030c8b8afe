// A briefing that cannot be opened: its notes out of it, a copy of it, another one in its place.

import { basename } from 'node:path';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { failure, ok, type Failure, type Result } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { AnnotationFormat } from '../../shared/ipc/exchanging.ts';
import type { Recovery, rescuingChannels } from '../../shared/ipc/rescuing.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { localDay } from '../../shared/text/localDay.ts';
import { copyBriefing } from '../db/briefing/briefingFiles.ts';
import { openToRead } from '../db/briefing/openToRead.ts';
import {
  findBackupTime,
  setAside,
  startAnew,
  type RecoverArgs,
} from '../db/rescue/recoverBriefing.ts';
import type { Dialogs } from '../export/dialogs.ts';
import { exportAnnotations } from '../export/exportAnnotations.ts';

export type RescuingDeps = {
  /** Why it could not be opened. */
  readonly reason: Failure;
  readonly briefing: Omit<RecoverArgs, 'now'> & {
    /** False when it holds a pack that is not at hand, so that nothing can be made of it anew. */
    readonly hasPack: boolean;
  };
  /** Puts the briefing together again, where a damaged file can hold up or bring down nobody else. */
  readonly recover: (args: Omit<RecoverArgs, 'migrations'>) => Promise<Result<Recovery> | null>;
  readonly policy: Policy;
  readonly now: () => IsoTime;
  readonly dialogs: Dialogs;
  /** Opens the briefing and its window, and closes this one. */
  readonly reopen: () => Promise<Result<null>>;
};

export function createRescuingHandlers(deps: RescuingDeps): Handlers<typeof rescuingChannels> {
  const { reason, briefing, now, reopen } = deps;
  const isDamaged = reason.code === 'briefing_damaged';
  /** Nothing takes the place of a file that is sound. */
  const whenDamaged = <Done extends Result<unknown> | Promise<Result<unknown>>>(
    replace: () => Done,
  ): Done | Failure => (isDamaged ? replace() : reason);
  return {
    getRescue: () => {
      if (isDamaged) {
        const backupAt = briefing.hasPack ? findBackupTime(briefing) : null;
        return ok({ kind: 'damaged', backupAt, canRecover: briefing.hasPack });
      }
      return ok({ kind: reason.code === 'briefing_newer' ? 'newer' : 'none' });
    },
    copyBriefing: () => copyElsewhere(deps),
    exportUnopened: ({ format }) => exportUnopened(deps, format),
    recoverBriefing: () => whenDamaged(() => recover(deps)),
    startAnew: () =>
      whenDamaged(() => {
        const args = { ...briefing, now: now() };
        return briefing.hasPack ? startAnew(args) : setAside(args);
      }),
    openRescued: () => reopen(),
  };
}

async function recover({ briefing, now, recover: run }: RescuingDeps): Promise<Result<Recovery>> {
  const { packPath, expectedSha256, briefingPath, backupFolder, nativeBinding } = briefing;
  const files = { packPath, expectedSha256, briefingPath, backupFolder, nativeBinding };
  const file = basename(briefingPath);
  return (await run({ ...files, now: now() })) ?? failure('recovery_failed', { file });
}

async function copyElsewhere({
  briefing,
  now,
  dialogs,
}: RescuingDeps): Promise<Result<{ fileName: string } | null>> {
  const path = await dialogs.askSaveName({
    name: `briefing ${localDay(now())}.yandu`,
    label: 'yandu',
    extension: 'yandu',
  });
  if (path === null) return ok(null);
  try {
    copyBriefing(briefing.briefingPath, path);
    return ok({ fileName: basename(path) });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return error.code === 'ENOSPC'
      ? failure('disk_full')
      : failure('export_failed', { file: basename(path) });
  }
}

/** Whatever a newer program has made of the tables: what cannot be read is said, and nothing is written. */
async function exportUnopened(
  deps: RescuingDeps,
  format: AnnotationFormat,
): Promise<Result<{ fileName: string; count: number } | null>> {
  const { briefingPath, nativeBinding } = deps.briefing;
  try {
    const opened = openToRead(briefingPath, nativeBinding);
    try {
      return await exportAnnotations({ ...deps, db: opened.db }, { format, ids: null });
    } finally {
      opened.close();
    }
  } catch {
    return failure('notes_unreadable', { file: basename(briefingPath) });
  }
}
