// A file is either the old one or the new one, never half of either: written beside its place, synced, renamed.

import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { failure, ok, type Result } from '../../shared/domain/result.ts';

const systemError = z.object({ code: z.string() });

/** Writes `bytes` to `path`. Fails with a code a reader can act on; nothing of the attempt stays behind. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return ok(null);
  } catch (error) {
    await rm(temporary, { force: true });
    const parsed = systemError.safeParse(error);
    if (!parsed.success) throw error;
    return writeFailure(parsed.data.code, basename(path));
  }
}

function writeFailure(code: string, file: string): Result<never> {
  if (code === 'ENOSPC' || code === 'EDQUOT') return failure('disk_full');
  // Word keeps an open file locked: Windows refuses the rename with one of these.
  if (code === 'EBUSY' || code === 'EPERM' || code === 'EACCES') {
    return failure('export_target_busy', { file });
  }
  return failure('export_failed', { file, reason: code });
}

/** Makes the rename itself durable; Windows cannot open folders and does without. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
