import { z } from 'zod';

/** How many tests ran to which end. Skipped ones are neither: they prove nothing. */
export type Tally = { readonly passed: number; readonly failed: number };

export const nothingRan: Tally = { passed: 0, failed: 0 };

export function addTallies(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** One check that is right or wrong as a whole. */
export function tallyOf(isPassed: boolean): Tally {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * What a runner's report and its exit code together say. A runner that failed without naming a failed
 * test (it crashed, or a file could not be read) counts as one failure, and so does one that ran nothing.
 */
export function tallyOfRunner(report: Tally | null, exitCode: number): Tally {
  if (report === null || report.passed + report.failed === 0) return tallyOf(false);
  if (exitCode !== 0 && report.failed === 0) return { ...report, failed: 1 };
  return report;
}

const vitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** Reads Vitest's JSON report. */
export function readVitestReport(json: unknown): Tally {
  const report = vitestReport.parse(json);
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

/** Reads Playwright's JSON report. A flaky test is a failed one. */
export function readPlaywrightReport(json: unknown): Tally {
  const { stats } = playwrightReport.parse(json);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** The last line of every run. */
export function summaryLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** A run is good when something ran and nothing failed. */
export function isGood({ passed, failed }: Tally): boolean {
  return passed > 0 && failed === 0;
}
