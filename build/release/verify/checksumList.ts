// SHA256SUMS as `sha256sum` writes and reads it, so that nobody needs this project to check a release.
// Everything in this folder imports Node alone: it is also bundled into the release, for a clean machine.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

export const CHECKSUM_FILE = 'SHA256SUMS';
/** 64 bytes of Ed25519 over CHECKSUM_FILE; `openssl pkeyutl -verify -rawin` reads it too. */
export const SIGNATURE_FILE = 'SHA256SUMS.sig';
/** The same said by GPG, for those who check with that. */
export const GPG_SIGNATURE_FILE = 'SHA256SUMS.asc';

const notListed: readonly string[] = [CHECKSUM_FILE, SIGNATURE_FILE, GPG_SIGNATURE_FILE];

/** SHA-256 in hex of every file, by its path in the folder, with `/` on every system. */
export type Checksums = ReadonlyMap<string, string>;

/** Reads the list; a line that `sha256sum` would not have written throws. */
export function parseChecksums(text: string): Checksums {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || sums.has(path)) {
      throw new Error(`${CHECKSUM_FILE} has a line that names no file: ${line}`);
    }
    sums.set(path, sum);
  }
  return sums;
}

/** The list as `sha256sum --check` reads it, by path; every line ends in a line feed. */
export function printChecksums(sums: Checksums): string {
  const inOrder = [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/** The sums of all files below a folder, but of the list itself and its signatures. */
export async function sumFolder(folder: string): Promise<Checksums> {
  const sums = new Map<string, string>();
  for (const path of await listPaths(folder)) {
    if (!notListed.includes(path)) sums.set(path, await sumFile(join(folder, path)));
  }
  return sums;
}

/** Everything in the folder that is not a folder, links included: what is not listed is not verified. */
async function listPaths(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

async function sumFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
