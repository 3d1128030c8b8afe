// npm run test:network [-- --idle-minutes=10]: proof from outside that the packaged program never opens a
// connection. It takes the tour and then stays idle in a network namespace of its own whose every route ends
// at a sink, and the sink counts. A positive control in the same run shows that the sink does count.
//
// Exit code 0: passed. 1: failed. 77: not run (what test runners take for "skipped"), never "passed".
// out/network/ keeps report.json and sink.pcap.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { packTestBuild } from '../../build/release/packTestBuild.ts';
import { readCommit } from '../../build/release/projectRecord.ts';
import { prepareApp } from '../../build/electron/prepare.ts';
import { projectFolder } from '../../build/electron/projectPaths.ts';
import { readProgram } from '../../build/electron/runProgram.ts';
import { StepFailure, runCommand, say } from '../../build/electron/stepFailure.ts';
import { ensureSystemPackages, runOnSomeScreen } from '../../build/electron/systemPackages.ts';
import { describePackets, startCapture } from './capture.ts';
import { beyond, countPackets, createNamespacePair, hasIpv6 } from './namespacePair.ts';
import type { NamespacePair } from './namespacePair.ts';

const reportFolder = join(projectFolder, 'out', 'network');
const pcapFile = join(reportFolder, 'sink.pcap');
const playwright = join(projectFolder, 'node_modules', '.bin', 'playwright');

type Report =
  | { readonly status: 'not run'; readonly why: string }
  | ({ readonly status: 'passed' } & Measured)
  | ({ readonly status: 'failed'; readonly why: string } & Measured);

type Measured = {
  readonly idleMinutes: number;
  /** Packets that left the program's namespace during the tour and the idle time. */
  readonly packets: number;
  /** What they were, as tcpdump says it. */
  readonly seen: readonly string[];
  /** Packets that the control's attempts made, which must be there. */
  readonly control: { readonly packets: number; readonly udp: number; readonly tcp: number };
};

await runCommand(async () => {
  const idleMinutes = readIdleMinutes();
  rmSync(reportFolder, { recursive: true, force: true });
  mkdirSync(reportFolder, { recursive: true });
  const report = await makeReport(idleMinutes);
  // A release takes the report of its own commit only.
  const dated = { ...report, commit: await readCommit() };
  writeFileSync(join(reportFolder, 'report.json'), `${JSON.stringify(dated, null, 2)}\n`);
  return conclude(report);
});

function readIdleMinutes(): number {
  const { values } = parseArgs({ options: { 'idle-minutes': { type: 'string', default: '1' } } });
  const minutes = Number(values['idle-minutes']);
  if (minutes > 0) return minutes;
  throw new StepFailure('--idle-minutes needs a number above 0.', 'for example --idle-minutes=10.');
}

async function makeReport(idleMinutes: number): Promise<Report> {
  if (process.platform !== 'linux') {
    return { status: 'not run', why: 'network namespaces are a thing of Linux.' };
  }
  if (process.getuid?.() !== 0) {
    return { status: 'not run', why: 'only root may make network namespaces. Run it with sudo.' };
  }
  let pair: NamespacePair;
  try {
    await ensureSystemPackages(['network namespaces']);
    pair = createNamespacePair();
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    return { status: 'not run', why: `no network namespaces can be made here: ${reason}` };
  }
  removeWhenStopped(pair);
  try {
    const { runtime } = await prepareApp('test');
    await packTestBuild(runtime);
    return await measure(pair, idleMinutes);
  } finally {
    pair.remove();
  }
}

/** `finally` is not reached when a signal ends this process. */
function removeWhenStopped(pair: NamespacePair): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      pair.remove();
      process.exit(1);
    });
  }
}

async function measure(pair: NamespacePair, idleMinutes: number): Promise<Report> {
  await waitForSilence(pair);
  const capture = await startCapture(pair, pcapFile);
  const before = countPackets(pair);

  say('Taking the tour where every way out ends at a sink');
  const toured = await runSpec(pair, [
    ...['-c', 'test/playwright.config.ts', 'packaged.spec.ts', '-g', 'takes a facilitator'],
  ]);
  say(`Staying idle (${idleMinutes} min)`);
  process.env['YANDU_IDLE_MINUTES'] = String(idleMinutes);
  const idled = await runSpec(pair, [
    ...['-c', 'test/network', '--workers=1', `--output=${join(reportFolder, 'idle')}`],
  ]);
  const packets = countPackets(pair) - before;

  say('Trying a name look-up and a connection on purpose');
  await tryToConnect(pair);
  const controlPackets = countPackets(pair) - before - packets;
  await capture.stop();

  const recorded = await describePackets(pcapFile);
  const sentOnPurpose = recorded.slice(packets);
  const control = {
    packets: controlPackets,
    udp: sentOnPurpose.filter((line) => /\.53: /.test(line)).length,
    tcp: sentOnPurpose.filter((line) => /\.443: Flags/.test(line)).length,
  };
  const measured = { idleMinutes, packets, seen: recorded.slice(0, packets), control };
  const why = whyFailed(measured, { toured, idled, recorded: recorded.length });
  return why === null ? { status: 'passed', ...measured } : { status: 'failed', why, ...measured };
}

function whyFailed(
  { packets, control }: Measured,
  run: { readonly toured: boolean; readonly idled: boolean; readonly recorded: number },
): string | null {
  if (packets > 0) return `${packets} packets left the program's namespace.`;
  if (control.packets === 0 || control.udp === 0 || control.tcp === 0) {
    return 'the packets sent on purpose were not counted, so that a count of 0 means nothing.';
  }
  if (run.recorded !== packets + control.packets) {
    return `the kernel counted ${packets + control.packets} packets, tcpdump recorded ${run.recorded}.`;
  }
  if (!run.toured) return 'the tour did not get to its end.';
  if (!run.idled) return 'the program did not stay open.';
  return null;
}

/** Two new ends of a cable announce the addresses they listen to; the count starts when they are done. */
async function waitForSilence(pair: NamespacePair): Promise<void> {
  const quiet = 5;
  for (let tries = 12; tries > 0; tries -= 1) {
    const before = countPackets(pair);
    await pause(quiet * 1000);
    if (countPackets(pair) === before) return;
  }
  throw new StepFailure(
    'packets arrive at the sink before the program is started.',
    'read them with "tcpdump"; something else runs in new namespaces on this machine.',
  );
}

/**
 * Runs a test inside. Playwright speaks to the program over the namespace's own loopback, which does not
 * lead to the sink; the screen stays outside and is reached by its socket file.
 */
async function runSpec({ app }: NamespacePair, args: readonly string[]): Promise<boolean> {
  const inside = ['netns', 'exec', app, playwright, 'test', ...args, '--reporter=line'];
  return (await runOnSomeScreen('ip', inside)) === 0;
}

// By the system's own resolver and by the default routes, as any program would; refused at the sink.
async function tryToConnect({ app }: NamespacePair): Promise<void> {
  const tries = [
    ['getent', 'ahosts', 'control.invalid'],
    ...[beyond.ipv4, ...(hasIpv6 ? [beyond.ipv6] : [])].map((address) => [
      ...['timeout', '5', 'bash', '-c', `exec 3<>/dev/tcp/${address}/443`],
    ]),
  ];
  for (const command of tries) await readProgram('ip', ['netns', 'exec', app, ...command]);
}

function conclude(report: Report): number {
  if (report.status === 'not run') {
    say(`Not run: ${report.why}`);
    return 77;
  }
  const { packets, seen, control } = report;
  say(`${packets} packets from the program.`);
  for (const line of seen) say(`  ${line}`);
  say(`Control: ${control.packets} packets counted (${control.udp} UDP, ${control.tcp} TCP).`);
  if (report.status === 'passed') {
    say('Passed: the program opened no connection.');
    return 0;
  }
  say(`Failed: ${report.why}`);
  return 1;
}
