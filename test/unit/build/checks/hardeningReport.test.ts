import { describe, expect, it } from 'vitest';
import { readHardeningReport } from '../../../../build/checks/hardeningReport.ts';

function report(file: string, status: string): unknown {
  const spec = { title: `of ${file}`, tests: [{ status }] };
  return { file, specs: [spec], suites: [{ file, specs: [{ ...spec, title: 'inner' }] }] };
}

describe('the report on hardening', () => {
  it('takes the packaged program’s tests and leaves the others', () => {
    const suites = [
      report('packaged.spec.ts', 'expected'),
      report('reading.spec.ts', 'unexpected'),
    ];

    expect(readHardeningReport({ suites })).toEqual({
      status: 'passed',
      tests: [
        { test: 'of packaged.spec.ts', passed: true },
        { test: 'inner', passed: true },
      ],
    });
  });

  it.each(['unexpected', 'skipped', 'flaky'])('fails with one of them that is %s', (status) => {
    const suites = [report('packaged.spec.ts', 'expected'), report('hardening.spec.ts', status)];

    expect(readHardeningReport({ suites }).status).toBe('failed');
  });

  it('was not run when none of them was, which is not passed', () => {
    expect(readHardeningReport({ suites: [report('reading.spec.ts', 'expected')] }).status).toBe(
      'not run',
    );
    expect(readHardeningReport({ suites: [] }).status).toBe('not run');
  });
});
