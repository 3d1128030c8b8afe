import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms } from './findPrograms.ts';
import type { FoundProgram } from './findPrograms.ts';

/**
 * The programs inside a finished package, or null where this machine has nothing that opens it: then the
 * fuses recorded when it was built, which the checksums cover, are all that can be looked at.
 */
export async function readProgramsInside(file: string): Promise<readonly FoundProgram[] | null> {
  const unpack = unpackerOf(file);
  if (unpack === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'yandu-verify-'));
  try {
    // Started where we stand: the file may be named from here.
    const { status } = spawnSync(unpack.command, unpack.args(folder), { stdio: 'ignore' });
    return status === 0 ? await findPrograms(folder) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Unpacker = { readonly command: string; readonly args: (folder: string) => string[] };

function unpackerOf(file: string): Unpacker | null {
  if (file.endsWith('.deb')) {
    return { command: 'dpkg-deb', args: (folder) => ['--extract', file, folder] };
  }
  if (file.endsWith('.rpm')) {
    return { command: 'bsdtar', args: (folder) => ['-xf', file, '-C', folder] };
  }
  return null;
}
