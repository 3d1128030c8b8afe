// The corpora and queries that search is measured on.

import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeIndex } from '../../build/pack/index/writeIndex.ts';
import { foldKey } from '../../shared/search/fold.ts';
import { fillTextPack, type PlainDocument } from '../support/textPack.ts';

const lawsArchive = join('..', 'shared', 'corpora', 'laws.tar.gz');

export type Corpus = {
  readonly name: string;
  readonly pack: string;
  readonly buildSeconds: number;
};
export type BenchQuery = { readonly kind: string; readonly text: string };

/** One line to the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Packs of the seeds, the laws and twice the laws, in a fresh folder; the laws only where they are. */
export function buildCorpora(names: readonly string[]): readonly Corpus[] {
  const folder = mkdtempSync(join(tmpdir(), 'yandu-bench-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const seeds = (): readonly PlainDocument[] => readDocuments('seeds');
  const corpora = [build(join(folder, 'seeds.yandu'), 'seeds', seeds())];
  if (!existsSync(lawsArchive)) {
    say(`laws: not run (no ${lawsArchive})`);
    return corpora;
  }
  const laws = join(folder, 'laws');
  mkdirSync(laws);
  execFileSync('tar', ['xzf', lawsArchive, '-C', laws]);
  const documents = readDocuments(laws);
  if (names.includes('laws')) corpora.push(build(join(folder, 'laws.yandu'), 'laws', documents));
  if (names.includes('laws2')) {
    const twice = [...documents, ...documents.map(varyDigits)];
    corpora.push(build(join(folder, 'laws2.yandu'), 'laws2', twice));
  }
  return corpora.filter(({ name }) => names.includes(name));
}

function build(pack: string, name: string, documents: readonly PlainDocument[]): Corpus {
  say(`building ${name} …`);
  const db = new Database(pack);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    fillTextPack(db, documents);
  })();
  const started = performance.now();
  writeIndex(db);
  const buildSeconds = (performance.now() - started) / 1000;
  db.close();
  return { name, pack, buildSeconds };
}

/** Paragraphs of all text files; how well they are cut does not matter here. */
function readDocuments(folder: string): readonly PlainDocument[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort();
  return files.flatMap((name) => {
    const paragraphs = readFileSync(join(folder, name), 'utf8')
      .split(/\n\s*\n|\n(?=#)/)
      .map((paragraph) => paragraph.replace(/\s*\n\s*/g, '').trim())
      .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('<!--'))
      .flatMap((paragraph) => paragraph.match(/.{1,600}/gsu) ?? []);
    const segments = paragraphs.map((paragraph) => ({
      text: paragraph.replace(/^#+\s*/, ''),
      kind: paragraph.startsWith('#') ? ('heading' as const) : ('paragraph' as const),
    }));
    return segments.length === 0 ? [] : [{ title: name, segments }];
  });
}

/** The same law with other numbers: the skeletons repeat, as they do in laws. */
function varyDigits({ title, segments }: PlainDocument): PlainDocument {
  return {
    title: `${title} II`,
    segments: segments.map((segment) => ({
      ...segment,
      text: segment.text.replace(/\d/g, (digit) => String((Number(digit) * 3 + 1) % 10)),
    })),
  };
}

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const QUERIES_A_KIND = 30;

/** Random parts of the text: Han of six lengths, numbers and Latin, mixed, and pairs of words. */
export function sampleQueries(pack: string): readonly BenchQuery[] {
  const db = new Database(pack, { readonly: true });
  const texts = db.prepare<[], string>('SELECT text FROM document ORDER BY ord').pluck().all();
  db.close();
  const random = createRandom(11);
  const pick = (items: readonly string[]): string =>
    items[Math.floor(random() * items.length)] ?? '';
  const queries: BenchQuery[] = [];
  const sample = (kind: string, draw: () => string | null): void => {
    const seen = new Set<string>();
    for (let tries = 0; seen.size < QUERIES_A_KIND && tries < 20_000; tries += 1) {
      const text = draw();
      if (text === null || seen.has(text) || foldKey(text) === '') continue;
      seen.add(text);
      queries.push({ kind, text });
    }
  };
  const drawHan = (length: number): string | null => {
    const text = pick(texts);
    const start = Math.floor(random() * text.length);
    const part = text.slice(start, start + length);
    return part.length === length && /^\p{Script=Han}+$/u.test(part) ? part : null;
  };
  for (const length of [1, 2, 3, 4, 6, 10]) {
    sample(`${String(length)} Han`, () => drawHan(length));
  }
  sample(
    'number, Latin',
    () => pick(pick(texts).match(/[A-Za-z0-9][A-Za-z0-9.+&]{0,9}/g) ?? []) || null,
  );
  sample('mixed', () => {
    const mixed = pick(texts).match(
      /\p{Script=Han}{1,2}[“”、，《》0-9A-Za-z.]{1,6}\p{Script=Han}{2}/gu,
    );
    return pick(mixed ?? []) || null;
  });
  sample('two words', () => {
    const one = drawHan(2);
    const other = drawHan(2);
    return one === null || other === null || one === other ? null : `${one} ${other}`;
  });
  return queries;
}
