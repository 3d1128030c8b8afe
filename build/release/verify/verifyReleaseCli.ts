// npm run dist:verify -- <folder> --key <public key>, and verify-release.mjs inside a release.
// Exit code 0: verified; 1: refused, with every reason; 2: asked in a way that cannot be answered.
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readPublicReleaseKey } from './signChecksums.ts';
import { verifyRelease } from './verifyRelease.ts';

const usage = 'usage: dist:verify <release folder> --key <public key of the project, PEM>';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new Error(usage);
  const key = values.key === undefined ? null : await readKey(values.key);
  const verdict = await verifyRelease(folder, key);
  if (verdict.status === 'verified') {
    process.stdout.write(`Verified.\n${verdict.found.map((line) => `  ${line}\n`).join('')}`);
    return 0;
  }
  process.stderr.write(`Refused:\n${verdict.reasons.map((line) => `  ${line}\n`).join('')}`);
  return 1;
}

async function readKey(file: string): Promise<KeyObject> {
  try {
    return readPublicReleaseKey(await readFile(file, 'utf8'));
  } catch (cause) {
    const message = `${file} is not there or no Ed25519 public key in PEM. Nothing was checked; name the project's with --key.`;
    throw new Error(message, { cause });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
