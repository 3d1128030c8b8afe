// npm run -s pack:verify -- <pack> [--key pub.pem | --trust folder]
// Trusts the machine's own trust folder where neither is named. Exit code 0: verified; 1: refused, with
// one sentence why; 2: asked in a way that cannot be answered.

import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packCheckEn } from '../../shared/strings/packCheck.en.ts';
import { removeFolder } from '../removeFolder.ts';
import { describeVerified } from './describeVerified.ts';
import { startNodeCheck } from './startNodeCheck.ts';
import { checkTimeLimit, superviseCheck } from './superviseCheck.ts';
import {
  machineTrustFolder,
  readTrustedKey,
  readTrustFolder,
  type TrustedKey,
} from './trustedKeys.ts';

const usage = 'usage: npm run -s pack:verify -- <pack> [--key pub.pem | --trust folder]';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

function findKeys(key: string | undefined, trust: string | undefined): readonly TrustedKey[] {
  if (key !== undefined) {
    const trusted = readTrustedKey(key);
    if (trusted === null) throw new Error(`${key} is not a public Ed25519 key.`);
    return [trusted];
  }
  const folder = trust ?? machineTrustFolder(process.platform, process.env);
  // Whoever names a folder vouches for it; the machine's own must be the admin's.
  const { keys, ignored } = readTrustFolder(folder, { adminOnly: trust === undefined });
  for (const path of ignored) complain(`not trusted: ${path}`);
  return keys;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, trust: { type: 'string' } },
  });
  const [pack] = positionals;
  const isTwice = values.key !== undefined && values.trust !== undefined;
  if (pack === undefined || positionals.length > 1 || isTwice) {
    complain(usage);
    return 2;
  }
  const packPath = resolve(pack);
  const keys = findKeys(values.key, values.trust);
  const staging = mkdtempSync(join(tmpdir(), 'yandu-check-'));
  try {
    const bytes = statSync(packPath, { throwIfNoEntry: false })?.size ?? 0;
    const child = startNodeCheck({
      packPath,
      stagingPath: join(staging, 'pack.yandu'),
      keys,
      allowUnsigned: false,
      nativeBinding: null,
    });
    const report = await superviseCheck({
      child,
      packPath,
      timeLimit: checkTimeLimit(bytes),
    });
    if (report.status === 'refused') {
      complain(packCheckEn[report.code](report.detail));
      return 1;
    }
    for (const line of describeVerified(report, new Date().toISOString())) say(line);
    return 0;
  } finally {
    removeFolder(staging);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
