import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { failure, ok, type Result } from '../../../shared/domain/result.ts';
import { renameDurably } from '../../renameDurably.ts';
import { checkPackFile } from './packFile.ts';

type InstallArgs = {
  readonly packPath: string;
  readonly briefingPath: string;
  /** SHA-256 in hex of the pack shipped with the program; null where the build ships none (development). */
  readonly expectedSha256: string | null;
};

/**
 * Makes the reader's writable briefing from a read-only pack: checks the header, copies beside the
 * target while hashing the very bytes that are written, compares, syncs, renames. Whatever fails, no
 * half-written file stays.
 */
export function installPack({ packPath, briefingPath, expectedSha256 }: InstallArgs): Result<null> {
  const header = checkPackFile(packPath);
  if (!header.ok) return header;

  const staging = `${briefingPath}.partial`;
  try {
    const sha256 = copyHashing(packPath, staging);
    if (expectedSha256 !== null && sha256 !== expectedSha256) {
      return failure('pack_altered', { file: basename(packPath) });
    }
    renameDurably(staging, briefingPath);
    return ok(null);
  } catch (error) {
    return copyFailure(error, packPath, briefingPath);
  } finally {
    if (existsSync(staging)) rmSync(staging);
  }
}

/** Copies and syncs a file and gives the SHA-256 of what was written. */
function copyHashing(from: string, to: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const source = openSync(from, 'r');
  const target = openSync(to, 'w', 0o600);
  try {
    for (;;) {
      const length = readSync(source, chunk, 0, chunk.length, null);
      if (length === 0) break;
      const bytes = chunk.subarray(0, length);
      hash.update(bytes);
      let written = 0;
      while (written < length) written += writeSync(target, bytes, written);
    }
    fsyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
  return hash.digest('hex');
}

function copyFailure(error: unknown, packPath: string, briefingPath: string): Result<null> {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOSPC') return failure('disk_full');
  const isSource = 'path' in error && error.path === packPath;
  return isSource
    ? failure('pack_unreadable', { file: basename(packPath) })
    : failure('data_folder_unwritable', { folder: dirname(briefingPath) });
}
