import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { PackManifest } from '../../shared/packs/packManifest.ts';
import { type Checked, passed, refused } from '../../shared/packs/packReport.ts';

export type PackCopy = { readonly size: number; readonly sha256: string };

/**
 * Copies a pack and compares the very bytes that were written with the manifest: the stick may change
 * under us, the copy does not. Everything after this looks at the copy. Reads no more than `maxBytes`.
 */
export function copyChecked(
  packPath: string,
  stagingPath: string,
  manifest: PackManifest | null,
  maxBytes: number,
): Checked<PackCopy> {
  const file = basename(packPath);
  const copy = copyHashing(packPath, stagingPath, maxBytes);
  if (copy === 'source') return refused('unreadable', { file });
  if (copy === 'target') return refused('staging_failed', { folder: dirname(stagingPath) });
  if (copy.size > maxBytes) return refused('too_large', { file });
  if (manifest !== null) {
    if (copy.size < manifest.size) return refused('truncated', { file });
    if (copy.size > manifest.size || copy.sha256 !== manifest.sha256) {
      return refused('altered', { file });
    }
  }
  return passed(copy);
}

/** The copy, or which of the two files failed. */
function copyHashing(from: string, to: string, maxBytes: number): PackCopy | 'source' | 'target' {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  let failing: 'source' | 'target' = 'source';
  let source: number | null = null;
  let target: number | null = null;
  let size = 0;
  try {
    source = openSync(from, 'r');
    failing = 'target';
    target = openSync(to, 'wx', 0o600);
    while (size <= maxBytes) {
      failing = 'source';
      const length = readSync(source, chunk, 0, chunk.length, null);
      if (length === 0) break;
      failing = 'target';
      const bytes = chunk.subarray(0, length);
      hash.update(bytes);
      for (let at = 0; at < length;) at += writeSync(target, bytes, at);
      size += length;
    }
    failing = 'target';
    fsyncSync(target);
    return { size, sha256: hash.digest('hex') };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return failing;
    throw error;
  } finally {
    if (source !== null) closeSync(source);
    if (target !== null) closeSync(target);
  }
}
