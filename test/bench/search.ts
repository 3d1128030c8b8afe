// npm run bench:search [-- seeds laws laws2]
// Search end to end and its candidate stage, beside FTS5, FlexSearch's own preset and a plain scan.

import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { BenchQuery, Corpus } from './searchCorpora.ts';
import { buildCorpora, sampleQueries, say } from './searchCorpora.ts';
import type { EngineName } from './searchEngines.ts';
import { describeGoals } from './searchGoals.ts';
import { measureQueryHolds, measureRebuild } from './searchRebuild.ts';
import type { Hold } from './watchHolds.ts';
import { buildFts, engineNames, ftsKinds, ftsPath } from './searchEngines.ts';

const ROUNDS = 3;
const BATCH = 15;
const COLD_STARTS = 5;

type Loaded = {
  readonly loadMillis: number;
  readonly firstMillis: number;
  readonly loadMegabytes: number;
};
type Answers = {
  readonly answers: readonly {
    readonly millis: number;
    /** Processor time, which a busy machine changes little. */
    readonly cpuMillis: number;
    readonly segments: readonly number[] | null;
  }[];
  readonly rss: number;
  readonly heap: number;
};
type Runner = {
  readonly name: EngineName;
  readonly child: ChildProcess;
  readonly loaded: Loaded;
  readonly millis: number[][];
  readonly cpuMillis: number[][];
  readonly segments: (readonly number[] | null)[];
  memory: { readonly rss: number; readonly heap: number };
};

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function show(value: number): string {
  return Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => {
      reject(new Error(`engine ended with ${String(code)}`));
    });
  });
}

async function start(name: EngineName, corpus: Corpus): Promise<Runner> {
  const child = fork(join(import.meta.dirname, 'searchChild.ts'), [name, corpus.pack], {
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
  });
  const loaded = (await message(child)) as Loaded;
  child.removeAllListeners('exit');
  return {
    name,
    child,
    loaded,
    millis: [],
    cpuMillis: [],
    segments: [],
    memory: { rss: 0, heap: 0 },
  };
}

/** Batches in turn, so that a busy moment of the machine meets every engine. */
async function measure(runners: readonly Runner[], queries: readonly BenchQuery[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let from = 0; from < queries.length; from += BATCH) {
      for (const runner of runners) {
        const texts = queries.slice(from, from + BATCH).map(({ text }) => text);
        const answer = message(runner.child);
        runner.child.send(texts);
        const { answers, rss, heap } = (await answer) as Answers;
        runner.child.removeAllListeners('exit');
        answers.forEach(({ millis, cpuMillis, segments }, index) => {
          (runner.millis[from + index] ??= []).push(millis);
          (runner.cpuMillis[from + index] ??= []).push(cpuMillis);
          runner.segments[from + index] = segments;
        });
        runner.memory = { rss, heap };
      }
    }
  }
}

/** Mean recall and precision over the queries that the engine can answer and that have matches. */
function judge(
  runner: Runner,
  truth: Runner,
): readonly [recall: number, precision: number, answered: number] {
  let recall = 0;
  let precision = 0;
  let asked = 0;
  let answered = 0;
  for (const [index, segments] of runner.segments.entries()) {
    if (segments === null) continue;
    answered += 1;
    const right = new Set(truth.segments[index] ?? []);
    if (right.size === 0) continue;
    asked += 1;
    const hits = segments.filter((segment) => right.has(segment)).length;
    recall += hits / right.size;
    precision += segments.length === 0 ? 0 : hits / segments.length;
  }
  return [recall / asked, precision / asked, answered];
}

function indexMegabytes(name: EngineName, corpus: Corpus): number {
  const kind = ftsKinds.find((one) => name === `fts5 ${one}`);
  if (kind !== undefined) return statSync(ftsPath(corpus.pack, kind)).size / 1_048_576;
  if (name === 'scan' || name === 'flexsearch CJK') return NaN;
  const db = new Database(corpus.pack, { readonly: true });
  const bytes = db
    .prepare<[], number>(
      `SELECT sum(pgsize) FROM dbstat WHERE name IN ('gram', 'folded', 'vocabulary')`,
    )
    .pluck()
    .get();
  db.close();
  return (bytes ?? NaN) / 1_048_576;
}

function printTable(
  corpus: Corpus,
  runners: readonly Runner[],
  queries: readonly BenchQuery[],
): void {
  const truth = runners.find(({ name }) => name === 'scan');
  if (truth === undefined) return;
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  say(
    `\n| engine | recall | precision | answered | ${kinds.join(' | ')} | median ms | p95 ms | max ms | index MB | load ms | load MB | RSS MB | heap MB |`,
  );
  say(`|${'---|'.repeat(kinds.length + 12)}`);
  for (const runner of runners) {
    const typical = runner.millis.map((times) => quantile(times, 0.5));
    const ofKind = (kind: string): number =>
      quantile(
        typical.filter(
          (_, index) => queries[index]?.kind === kind && runner.segments[index] !== null,
        ),
        0.5,
      );
    const usable = typical.filter((_, index) => runner.segments[index] !== null);
    const isPage = runner.name === 'page';
    const [recall, precision, answered] = judge(runner, truth);
    say(
      `| ${[
        runner.name,
        isPage ? '–' : recall.toFixed(3),
        isPage ? '–' : precision.toFixed(3),
        `${String(answered)}/${String(queries.length)}`,
        ...kinds.map((kind) => show(ofKind(kind))),
        show(quantile(usable, 0.5)),
        show(quantile(usable, 0.95)),
        show(Math.max(...usable)),
        show(indexMegabytes(runner.name, corpus)),
        show(runner.loaded.loadMillis),
        show(runner.loaded.loadMegabytes),
        show(runner.memory.rss),
        show(runner.memory.heap),
      ].join(' | ')} |`,
    );
  }
}

function printGoals(corpus: Corpus, runners: readonly Runner[], cold: number): void {
  const runnerOf = (name: EngineName): Runner | undefined =>
    runners.find((runner) => runner.name === name);
  const typicalOf = (name: EngineName): readonly number[] =>
    runnerOf(name)?.millis.map((times) => quantile(times, 0.5)) ?? [];
  const ratio = (other: EngineName): number =>
    quantile(typicalOf('candidates'), 0.5) / quantile(typicalOf(other), 0.5);
  const verified = runnerOf('verified');
  const truth = runnerOf('scan');
  if (verified === undefined || truth === undefined) return;
  const [recall, precision] = judge(verified, truth);
  const lines = describeGoals({
    corpus: corpus.name,
    recall,
    precision,
    pageP95: quantile(typicalOf('page'), 0.95),
    pageCpuP95: quantile(
      runnerOf('page')?.cpuMillis.map((times) => quantile(times, 0.5)) ?? [],
      0.95,
    ),
    toCharacters: ratio('fts5 characters'),
    toBigrams: ratio('fts5 bigrams'),
    toScan: ratio('scan'),
    cold,
    heap: runnerOf('page')?.memory.heap ?? NaN,
  });
  say(`\n${lines.join('\n')}`);
  say(`index built in ${corpus.buildSeconds.toFixed(1)} s`);
}

async function printRebuild(corpus: Corpus): Promise<void> {
  const { firstPage, laterPage, seconds, hold } = await measureRebuild(corpus.pack);
  say(
    `index of another version: first page by scan after ${show(firstPage)} ms, a later one ${show(laterPage)} ms, built anew in ${seconds.toFixed(1)} s, process held for ${showHold(hold)} at most`,
  );
}

async function printHolds(corpus: Corpus, queries: readonly BenchQuery[]): Promise<void> {
  const hold = await measureQueryHolds(
    corpus.pack,
    queries.map(({ text }) => text),
  );
  say(`ordinary queries: process held for ${showHold(hold)} at most`);
}

function showHold({ wall, cpu }: Hold): string {
  return `${show(wall)} ms (${show(cpu)} ms of its own processor time)`;
}

/** Bundles the start as the app's main process is bundled, into a fresh folder below the project. */
async function bundleStart(): Promise<string> {
  const outDir = join('node_modules', '.cache', 'bench-search');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'searchStart.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'start.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(outDir, 'start.mjs');
}

function measureCold(corpus: Corpus, bundle: string): number {
  const timeOf = (args: readonly string[]): number =>
    Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const differences = Array.from(
    { length: COLD_STARTS },
    () => timeOf([bundle, corpus.pack]) - timeOf(['-p', 'performance.now()']),
  );
  return quantile(differences, 0.5);
}

async function run(corpus: Corpus, bundle: string): Promise<void> {
  const db = new Database(corpus.pack, { readonly: true });
  const [characters = 0, segments = 0] =
    db
      .prepare<[], [number, number]>(
        'SELECT (SELECT sum(length(text)) FROM document), (SELECT count(*) FROM segment)',
      )
      .raw()
      .get() ?? [];
  db.close();
  say(`\n## ${corpus.name}: ${String(characters)} characters, ${String(segments)} segments`);
  for (const kind of ftsKinds) buildFts(corpus.pack, kind);
  const queries = sampleQueries(corpus.pack);
  const coldMillis = measureCold(corpus, bundle);
  const runners: Runner[] = [];
  for (const name of engineNames) runners.push(await start(name, corpus));
  await measure(runners, queries);
  printTable(corpus, runners, queries);
  printGoals(corpus, runners, coldMillis);
  for (const { child } of runners) child.kill();
  await printHolds(corpus, queries);
  await printRebuild(corpus);
}

const wanted = process.argv.slice(2);
const bundle = await bundleStart();
for (const corpus of buildCorpora(wanted.length > 0 ? wanted : ['seeds', 'laws', 'laws2'])) {
  await run(corpus, bundle);
}
