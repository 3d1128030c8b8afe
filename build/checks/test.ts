// npm test: every checker and every test, from the cheapest to the dearest, in one run. A failure does not
// stop the run, so that one run shows all of them; what needs a missing part fails with it.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareApp } from '../electron/prepare.ts';
import { distFolder, projectFolder } from '../electron/projectPaths.ts';
import { readProgram, runProgram } from '../electron/runProgram.ts';
import { StepFailure, say } from '../electron/stepFailure.ts';
import { makeTestRelease } from '../release/makeTestRelease.ts';
import { ensureSystemPackages, runOnSomeScreen } from '../electron/systemPackages.ts';
import { writeHardeningReport } from './hardeningReport.ts';
import { staticChecks } from './staticChecks.ts';
import type { Check } from './staticChecks.ts';
import { addTallies, isGood, nothingRan, summaryLine, tallyOf, tallyOfRunner } from './tally.ts';
import { readPlaywrightReport, readVitestReport } from './tally.ts';
import type { Tally } from './tally.ts';

const reports = join(projectFolder, 'out', 'test');
/** Exit code of a test that cannot be run on this machine, which says so itself. */
const NOT_RUN = 77;
const npmBin = join(projectFolder, 'node_modules', '.bin');

const started = Date.now();
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

let total = nothingRan;
const stages = [installTools, checkSource, runUnitTests, checkPack, runWindowTests, runInstallTest];
for (const runStage of stages) total = addTallies(total, await runStage());

say(`\n${secondsSince(started)} s`);
say(summaryLine(total));
process.exitCode = isGood(total) ? 0 : 1;

/** Proves nothing by itself; without the tools the run is not the whole one, and fails. */
function installTools(): Promise<Tally> {
  return stage('tools of the tests', async () => {
    await ensureSystemPackages(['window', 'virtual screen', 'test tools', 'signing tools']);
    return nothingRan;
  });
}

/** Two at a time: each keeps one core busy, and the smallest machine has two. */
async function checkSource(): Promise<Tally> {
  const waiting = staticChecks.values();
  const lanes = await Promise.all([runChecks(waiting), runChecks(waiting)]);
  return lanes.reduce(addTallies);
}

async function runChecks(checks: Iterable<Check>): Promise<Tally> {
  let tally = nothingRan;
  for (const check of checks) tally = addTallies(tally, await runCheck(check));
  return tally;
}

async function runUnitTests(): Promise<Tally> {
  const report = join(reports, 'vitest.json');
  const args = ['run', '-c', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'];
  const exitCode = await runProgram(join(npmBin, 'vitest'), [
    ...args,
    `--outputFile.json=${report}`,
  ]);
  return tallyOfRunner(await readReport(report, readVitestReport), exitCode);
}

function checkPack(): Promise<Tally> {
  const args = ['build/pack/checkCli.ts', join(distFolder, 'briefing.yandu')];
  return stage('pack', async () => {
    const built = await runCheck({
      name: 'pack is built',
      command: process.execPath,
      args: ['build/pack/cli.ts'],
    });
    const lossless = await runCheck({ name: 'pack is lossless', command: process.execPath, args });
    return addTallies(built, lossless);
  });
}

/** End-to-end tests in the staged app and in the packaged one. */
function runWindowTests(): Promise<Tally> {
  return stage('window', async () => {
    const { runtime } = await prepareApp('test');
    await makeTestRelease(runtime);
    const report = join(reports, 'playwright.json');
    process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = report;
    const exitCode = await runOnSomeScreen(join(npmBin, 'playwright'), [
      ...['test', '-c', 'test/playwright.config.ts', '--reporter=list,json'],
    ]);
    const json = await readFile(report, 'utf8').catch(() => null);
    await writeHardeningReport(join(reports, 'hardening.json'), json);
    return tallyOfRunner(await readReport(report, readPlaywrightReport), exitCode);
  });
}

/** The package in a clean system; where none can be made it proves nothing and counts for nothing. */
function runInstallTest(): Promise<Tally> {
  return stage('install', async () => {
    const report = join(reports, 'install.json');
    const args = ['test/install/testInstall.ts', `--report=${report}`];
    const exitCode = await runProgram(process.execPath, args, { cwd: projectFolder });
    if (exitCode === NOT_RUN) return nothingRan;
    return tallyOfRunner(await readReport(report, readPlaywrightReport), exitCode);
  });
}

/** A stage that cannot be set up is a failed test, with the reason on the terminal. */
async function stage(name: string, run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await run();
  } catch (error) {
    const reason =
      error instanceof StepFailure
        ? `${error.message}\nWhat to do: ${error.advice}`
        : error instanceof Error
          ? error.stack
          : String(error);
    say(`✗ ${name}: ${reason ?? ''}`);
    return tallyOf(false);
  }
}

async function runCheck({ name, command, args }: Check): Promise<Tally> {
  const begun = Date.now();
  const program = command === process.execPath ? command : join(npmBin, command);
  const { exitCode, output } = await readProgram(program, args, { cwd: projectFolder });
  say(`${exitCode === 0 ? '✓' : '✗'} ${name} (${secondsSince(begun)} s)`);
  if (exitCode !== 0) say(output.trim());
  return tallyOf(exitCode === 0);
}

async function readReport(file: string, read: (json: unknown) => Tally): Promise<Tally | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : read(JSON.parse(text));
}

function secondsSince(begun: number): string {
  return ((Date.now() - begun) / 1000).toFixed(1);
}
