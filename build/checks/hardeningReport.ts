import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { readCommit } from '../release/projectRecord.ts';

/** The end-to-end tests that prove how hard the packaged program is to turn against its reader. */
const hardeningSpecs = /^(?:packaged|hardening|hostile)[^/]*\.spec\.ts$/;

type Checked = { readonly test: string; readonly passed: boolean };

/** A copy goes into the release folder of the same commit, which is refused unless it says "passed". */
export type HardeningReport =
  | { readonly status: 'passed' | 'failed'; readonly tests: readonly Checked[] }
  | { readonly status: 'not run'; readonly why: string };

type Suite = {
  readonly file: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
};
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    file: z.string(),
    specs: z.array(
      z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) }),
    ),
    suites: z.array(suiteSchema).optional(),
  }),
);
const reportSchema = z.object({ suites: z.array(suiteSchema) });

/** Takes the hardening tests out of Playwright's JSON report. */
export function readHardeningReport(playwright: unknown): HardeningReport {
  const tests = listTests(reportSchema.parse(playwright).suites);
  if (tests.length === 0) return { status: 'not run', why: 'no test of the hardening ran.' };
  return { status: tests.every(({ passed }) => passed) ? 'passed' : 'failed', tests };
}

/** Writes it with the commit it was found for. @param json Playwright's report, or null when there is none. */
export async function writeHardeningReport(file: string, json: string | null): Promise<void> {
  const report: HardeningReport =
    json === null
      ? { status: 'not run', why: 'the window tests did not get to their end.' }
      : readHardeningReport(JSON.parse(json));
  const dated = { ...report, commit: await readCommit() };
  await writeFile(file, `${JSON.stringify(dated, null, 2)}\n`);
}

function listTests(suites: readonly Suite[]): readonly Checked[] {
  return suites.flatMap(({ file, specs, suites: inner }) => [
    ...(hardeningSpecs.test(file) ? specs.map(checkedOf) : []),
    ...listTests(inner ?? []),
  ]);
}

/** A test that was skipped, or passed only when tried again, did not pass. */
function checkedOf({ title, tests }: Suite['specs'][number]): Checked {
  const passed = tests.length > 0 && tests.every(({ status }) => status === 'expected');
  return { test: title, passed };
}
