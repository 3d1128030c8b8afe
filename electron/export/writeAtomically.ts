// A file is either the old one or the new one, never half of either: written beside its place, synced, renamed.

import { access, constants, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { syncFolder } from '../db/briefing/syncToDisk.ts';
import { untilNotHeld } from '../heldFiles.ts';

const systemError = z.object({ code: z.string() });
const readOnly: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];
/** Word keeps an open file locked: Windows refuses the rename with one of these. */
const busy: readonly string[] = ['EBUSY', 'EPERM', 'EACCES'];

/** Writes `bytes` to `path`. Fails with a code a reader can act on; nothing of the attempt stays behind. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const file = basename(path);
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  let step: 'write' | 'replace' = 'write';
  try {
    await refuseReadOnly(path);
    await writeSynced(temporary, bytes);
    step = 'replace';
    await untilNotHeld(() => rename(temporary, path));
    syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    await rm(temporary, { force: true });
    const parsed = systemError.safeParse(error);
    if (!parsed.success) throw error;
    const { code } = parsed.data;
    if (code === 'ENOSPC' || code === 'EDQUOT') return failure('export_disk_full', { file });
    if (step === 'write' && readOnly.includes(code)) return failure('export_read_only', { file });
    if (step === 'replace' && busy.includes(code)) return failure('export_target_busy', { file });
    return failure('export_failed', { file, reason: code });
  }
}

/** A rename would replace a file that somebody protected: it asks the folder alone. */
async function refuseReadOnly(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    const parsed = systemError.safeParse(error);
    if (!parsed.success || parsed.data.code !== 'ENOENT') throw error;
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
