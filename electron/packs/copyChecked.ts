import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { PackManifest } from '../../shared/packs/packManifest.ts';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';

export type PackCopy = { readonly size: number; readonly sha256: string };

type CopyArgs = {
  readonly packPath: string;
  readonly stagingPath: string;
  /** What the bytes must be; null for a pack without a signature. */
  readonly manifest: PackManifest | null;
  /** No more than this is read. */
  readonly maxBytes: number;
  /** Told after every hundredth: how much is copied, 0 to 1. */
  readonly onShare: (share: number) => void;
};

/**
 * Copies a pack and compares the very bytes that were written with the manifest: the stick may change
 * under us, the copy does not. Everything after this looks at the copy.
 */
export function copyChecked(args: CopyArgs): Checked<PackCopy> {
  const { packPath, stagingPath, manifest, maxBytes } = args;
  const file = basename(packPath);
  const copy = copyHashing(args);
  switch (copy) {
    case 'source':
      return refused('unreadable', { file });
    case 'target':
      return refused('staging_failed', { folder: dirname(stagingPath) });
    case 'full':
      return refused('disk_full', { file });
  }
  if (copy.size > maxBytes) return refused('too_large', { file });
  if (manifest !== null) {
    if (copy.size < manifest.size) return refused('truncated', { file });
    if (copy.size > manifest.size || copy.sha256 !== manifest.sha256) {
      return refused('altered', { file });
    }
  }
  return passed(copy);
}

type CopyFailure = 'source' | 'target' | 'full';

/** The copy, or which of the two files failed; `full`: no room for the second. */
function copyHashing({
  packPath,
  stagingPath,
  maxBytes,
  onShare,
}: CopyArgs): PackCopy | CopyFailure {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  let failing: 'source' | 'target' = 'source';
  let source: number | null = null;
  let target: number | null = null;
  let size = 0;
  let told = 0;
  try {
    source = openSync(packPath, 'r');
    const expected = Math.max(1, fstatSync(source).size);
    failing = 'target';
    target = openSync(stagingPath, 'wx', 0o600);
    while (size <= maxBytes) {
      failing = 'source';
      const length = readSync(source, chunk, 0, chunk.length, null);
      if (length === 0) break;
      failing = 'target';
      const bytes = chunk.subarray(0, length);
      hash.update(bytes);
      for (let at = 0; at < length;) at += writeSync(target, bytes, at);
      size += length;
      const share = Math.min(1, size / expected);
      if (share - told >= 0.01) onShare((told = share));
    }
    failing = 'target';
    fsyncSync(target);
    return { size, sha256: hash.digest('hex') };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'full' : failing;
  } finally {
    if (source !== null) closeSync(source);
    if (target !== null) closeSync(target);
  }
}
