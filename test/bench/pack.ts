// How long the seeds and the laws take. Goals on two cores: 2 s and 60 s.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPack } from '../../build/pack/buildPack.ts';
import { buildSource } from '../../build/pack/buildSource.ts';
import { readTar } from '../../build/pack/readTar.ts';
import { writePack } from '../../build/pack/write/writePack.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpora/laws.tar.gz');

function seconds(work: () => void): string {
  const begun = performance.now();
  work();
  return ((performance.now() - begun) / 1000).toFixed(2);
}

function buildSeeds(): void {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-bench-'));
  const pack = buildPack(join(import.meta.dirname, '../../seeds'), () => undefined);
  writePack(join(folder, 'bench.yandu'), pack.manifest, pack.sources);
  rmSync(folder, { recursive: true });
}

function buildLaws(): void {
  const files = readTar(readFileSync(CORPUS)).filter((file) => /\.(?:txt|md)$/i.test(file.name));
  let announced = performance.now();
  for (const [done, { name, bytes }] of files.entries()) {
    const about = { file: name, origin: '', rights: '', status: null, documents: [] };
    buildSource(bytes, about, []);
    if (performance.now() - announced < 1000) continue;
    announced = performance.now();
    console.log(`  ${String(done + 1)} of ${String(files.length)} laws`);
  }
}

console.log(`seeds to a checked pack: ${seconds(buildSeeds)} s (goal 2 s)`);
if (existsSync(CORPUS)) console.log(`laws to documents: ${seconds(buildLaws)} s (goal 60 s)`);
else console.log('laws: not run (the corpus is not beside this project)');
