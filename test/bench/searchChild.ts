// One engine in a process of its own, so that its memory and its load time are its own.
// argv: engine, pack. Answers each message (a list of queries) with times and answers.

import { engineNames, openEngine } from './searchEngines.ts';

const MEGABYTE = 1_048_576;
const [, , wanted, pack = ''] = process.argv;
const name = engineNames.find((one) => one === wanted);
if (name === undefined || process.send === undefined)
  throw new Error('started by bench:search only');

const before = process.memoryUsage().rss;
const started = performance.now();
const engine = openEngine(name, pack);
const loadMillis = performance.now() - started;
const firstStarted = performance.now();
engine('产业创新');
const firstMillis = performance.now() - firstStarted;
process.send({
  loadMillis,
  firstMillis,
  loadMegabytes: (process.memoryUsage().rss - before) / MEGABYTE,
});

process.on('message', (queries: readonly string[]) => {
  const answers = queries.map((query) => {
    const asked = performance.now();
    const spent = process.cpuUsage();
    const segments = engine(query);
    const millis = performance.now() - asked;
    const { user, system } = process.cpuUsage(spent);
    return { millis, cpuMillis: (user + system) / 1_000, segments };
  });
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ answers, rss: rss / MEGABYTE, heap: heapUsed / MEGABYTE });
});
