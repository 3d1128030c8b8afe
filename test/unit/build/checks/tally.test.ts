import { describe, expect, it } from 'vitest';
import {
  addTallies,
  isGood,
  nothingRan,
  readPlaywrightReport,
  readVitestReport,
  summaryLine,
  tallyOfRunner,
} from '../../../../build/checks/tally.ts';

describe('the tally of a test run', () => {
  it('adds what the runners report', () => {
    const vitest = readVitestReport({ numPassedTests: 120, numFailedTests: 1 });
    const playwright = readPlaywrightReport({ stats: { expected: 8, unexpected: 0, flaky: 0 } });

    expect(summaryLine(addTallies(vitest, playwright))).toBe('128 passed, 1 failed');
  });

  it('counts a flaky test as failed', () => {
    const report = readPlaywrightReport({ stats: { expected: 8, unexpected: 1, flaky: 2 } });

    expect(report).toEqual({ passed: 8, failed: 3 });
  });

  it.each([
    ['left no report', null, 0],
    ['ran nothing', nothingRan, 0],
    ['crashed before it ran anything', null, 1],
  ])('fails a runner that %s', (_case, report, exitCode) => {
    expect(tallyOfRunner(report, exitCode)).toEqual({ passed: 0, failed: 1 });
  });

  it('fails a runner that passed all tests and still ended with an error', () => {
    expect(tallyOfRunner({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('is not good when nothing ran or something failed', () => {
    expect([nothingRan, { passed: 3, failed: 1 }, { passed: 3, failed: 0 }].map(isGood)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
