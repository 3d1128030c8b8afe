// npm run check:laws: every law of the corpus through the builder. Measures what the general rules are
// worth on texts nobody looked at, and fails on one crash or one unexplained character.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSource } from './buildSource.ts';
import type { InputError } from './read/inputError.ts';
import { readTar } from './readTar.ts';
import { badness, type LawScore, scoreLaw } from './scoreLaw.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpora/laws.tar.gz');
const WORST = 20;

function main(): number {
  if (!existsSync(CORPUS)) {
    console.log('check:laws: not run (the corpus is not beside this project)');
    return 0;
  }
  const begun = performance.now();
  let announced = begun;
  const files = readTar(readFileSync(CORPUS)).filter((file) => /\.(?:txt|md)$/i.test(file.name));
  const scores: LawScore[] = [];
  const errors: InputError[] = [];
  for (const [done, { name, bytes }] of files.entries()) {
    const about = { file: name, origin: '', rights: '', status: null, documents: [] };
    const result = buildSource(bytes, about, []);
    if (result.ok) scores.push(scoreLaw(result.source));
    else errors.push(result.error);
    if (performance.now() - announced > 1000) {
      announced = performance.now();
      console.log(`  ${String(done + 1)} of ${String(files.length)}`);
    }
  }
  const failures = errors.filter((error) => error.reason !== 'empty');
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  report(scores, errors);
  console.log(`check:laws: ${String(files.length)} laws in ${seconds} s`);
  return failures.length === 0 ? 0 : 1;
}

function report(scores: readonly LawScore[], errors: readonly InputError[]): void {
  const total = (of: (score: LawScore) => number): string =>
    String(scores.reduce((sum, score) => sum + of(score), 0));
  const empty = errors.filter((error) => error.reason === 'empty');
  const failed = errors.filter((error) => error.reason !== 'empty');
  console.log(
    `${String(scores.length)} built, ${String(empty.length)} without text, ${String(failed.length)} failed`,
  );
  for (const { file, reason, detail } of failed) console.log(`  ${file}: ${reason} (${detail})`);
  console.log(`segments: ${total((score) => score.segments)}`);
  console.log(
    `articles: ${total((score) => score.foundArticles)} of ${total((score) => score.printedArticles)} printed`,
  );
  console.log(`paragraphs that end without a final mark: ${total((score) => score.broken.length)}`);
  const worst = [...scores].sort((one, other) => badness(other) - badness(one)).slice(0, WORST);
  console.log('worst:');
  for (const score of worst) {
    const articles = `${String(score.foundArticles)}/${String(score.printedArticles)} articles`;
    console.log(`  ${score.file}: ${articles}, ${String(score.broken.length)} broken`);
    for (const text of score.broken.slice(0, 3)) console.log(`      ${text.slice(-40)}`);
  }
}

process.exitCode = main();
