import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { faultPlace } from '../log/faultPlace.ts';
import { removeFolder } from '../removeFolder.ts';
import type { ProgramFacts } from './programFacts.ts';
import { listSelfTestSteps, type SelfTestStep } from './selfTestSteps.ts';
import { say } from './terminal.ts';

type StepReport = {
  readonly name: string;
  readonly ok: boolean;
  /** Counts, or what is wrong. */
  readonly found: unknown;
  readonly milliseconds: number;
};

/**
 * `yandu --self-test`: does with the shipped pack, in a folder of its own, what a reader does: opens it, reads
 * all of it, writes a note, finds it after a restart, and checks the file. Prints JSON. Exit code 0: all went
 * well; 1: not.
 */
export function selfTest(facts: ProgramFacts, now: () => IsoTime): number {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-self-test-'));
  const steps: StepReport[] = [];
  try {
    for (const step of listSelfTestSteps(folder, facts, now)) {
      const report = runStep(step);
      steps.push(report);
      if (!report.ok) break;
    }
  } finally {
    removeFolder(folder);
  }
  const ok = steps.every((step) => step.ok);
  const { electron, chrome, node } = process.versions;
  const versions = { yandu: facts.version, electron, chromium: chrome, node };
  const program = { build: __BUILD_KIND__, platform: process.platform, arch: process.arch };
  say(JSON.stringify({ ok, ...program, versions, steps }, null, 2));
  return ok ? 0 : 1;
}

function runStep({ name, run }: SelfTestStep): StepReport {
  const begun = performance.now();
  const took = (): number => Math.round(performance.now() - begun);
  try {
    const { ok, found } = run();
    return { name, ok, found, milliseconds: took() };
  } catch (error) {
    return { name, ok: false, found: faultPlace(error), milliseconds: took() };
  }
}
