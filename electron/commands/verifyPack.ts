import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { refused, type PackReport } from '../../shared/packs/packReport.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { errorsEn } from '../../shared/strings/errors.en.ts';
import { errorsZh } from '../../shared/strings/errors.zh.ts';
import { packCheckEn } from '../../shared/strings/packCheck.en.ts';
import { packCheckZh } from '../../shared/strings/packCheck.zh.ts';
import type { CheckRequest } from '../packs/checkRequest.ts';
import { describeVerified } from '../packs/describeVerified.ts';
import { MAX_PACK_BYTES } from '../packs/packLimits.ts';
import { checkTimeLimit, MAX_REPORT_BYTES, readReport } from '../packs/superviseCheck.ts';
import { machineTrustFolder, readTrustFolder, type TrustedKey } from '../packs/trustedKeys.ts';
import { findGround } from '../prepareGround.ts';
import { removeFolder } from '../removeFolder.ts';
import type { LaunchOptions } from '../launchOptions.ts';
import { orElse } from './orElse.ts';
import type { ProgramFacts } from './programFacts.ts';
import { complain, say } from './terminal.ts';

/**
 * `yandu --verify-pack FILE`: whether this machine would take the pack, with its keys and its policy. Exit code
 * 0: yes; 1: no, with one sentence why.
 */
export function verifyPack(file: string, options: LaunchOptions, facts: ProgramFacts): number {
  const ground = findGround(options, facts.machine);
  if (!ground.ok) {
    for (const texts of [errorsZh, errorsEn]) complain(texts[ground.code](ground.detail));
    return 1;
  }
  const report = check(
    resolve(file),
    keysFor(ground.value.policy, options, facts),
    ground.value.policy,
    facts,
  );
  if (report.status === 'refused') {
    complain(packCheckZh[report.code](report.detail));
    complain(packCheckEn[report.code](report.detail));
    return 1;
  }
  if (report.sha256 === facts.packSha256) say('the pack that came with this program');
  for (const line of describeVerified(report, new Date().toISOString())) say(line);
  return 0;
}

function check(
  packPath: string,
  keys: readonly TrustedKey[],
  policy: Policy,
  facts: ProgramFacts,
): PackReport {
  const bytes = orElse(0, () => statSync(packPath).size);
  const isShipped = bytes <= MAX_PACK_BYTES && sha256Of(packPath) === facts.packSha256;
  const staging = mkdtempSync(join(tmpdir(), 'yandu-check-'));
  try {
    const report = runCheck(
      {
        packPath,
        stagingPath: join(staging, 'pack.yandu'),
        keys,
        allowUnsigned: isShipped || policy.allowUnsignedPacks,
        nativeBinding: facts.nativeBinding,
      },
      checkTimeLimit(bytes),
      facts,
    );
    // The file may have changed since it was hashed; what was checked is the copy.
    const isSwapped = report.status === 'verified' && report.sha256 !== facts.packSha256;
    return isShipped && isSwapped && report.signature === null
      ? refused('unsigned', { file: basename(packPath) })
      : report;
  } finally {
    removeFolder(staging);
  }
}

function keysFor(
  policy: Policy,
  { trustFolder }: LaunchOptions,
  { machine }: ProgramFacts,
): readonly TrustedKey[] {
  if (policy.trust === 'shippedOnly') return [];
  const folder = trustFolder ?? machineTrustFolder(machine.platform, machine.env);
  const { keys, ignored } = readTrustFolder(folder, { adminOnly: trustFolder === null });
  for (const path of ignored) complain(`not trusted: ${path}`);
  return keys;
}

/** In a process of its own, which is killed when its time (milliseconds) is over. */
function runCheck(
  request: CheckRequest,
  timeLimit: number,
  { machine, ownArguments }: ProgramFacts,
): PackReport {
  const file = basename(request.packPath);
  const ended = spawnSync(machine.executable, [...ownArguments, '--check-pack'], {
    input: JSON.stringify(request),
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeLimit,
    killSignal: 'SIGKILL',
    maxBuffer: MAX_REPORT_BYTES,
    windowsHide: true,
  });
  if (ended.error && 'code' in ended.error && ended.error.code === 'ETIMEDOUT') {
    return refused('timed_out', { file, seconds: Math.ceil(timeLimit / 1000) });
  }
  return readReport(ended.stdout.toString('utf8')) ?? refused('crashed', { file });
}

function sha256Of(path: string): string | null {
  return orElse(null, () => createHash('sha256').update(readFileSync(path)).digest('hex'));
}
