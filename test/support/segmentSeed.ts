import { readdirSync, readFileSync } from 'node:fs';
import type { DraftDocument } from '../../build/pack/draft.ts';
import { applyCorrection } from '../../build/pack/read/applyCorrection.ts';
import { correctionsSchema } from '../../build/pack/read/manifest.ts';
import { splitLines } from '../../build/pack/read/splitLines.ts';
import { chooseSegmenter } from '../../build/pack/segmenters.ts';
import { openLedger, type Removal } from '../../build/pack/text/ledger.ts';

type SegmentedSeed = {
  readonly source: string;
  readonly segmenter: string;
  readonly documents: readonly DraftDocument[];
  readonly removals: readonly Removal[];
};

const seeds = new URL('../../seeds/', import.meta.url);

/** The seed whose name begins so, corrected by the editors and segmented by whoever recognises it. */
export function segmentSeed(prefix: string): SegmentedSeed {
  const file = readdirSync(seeds).find((name) => name.startsWith(prefix)) ?? prefix;
  const source = readFileSync(new URL(file, seeds), 'utf8');
  const corrections = correctionsSchema.parse(
    JSON.parse(readFileSync(new URL('corrections.json', seeds), 'utf8')),
  );
  let lines = splitLines(source);
  for (const correction of corrections.filter((one) => one.file === file)) {
    const corrected = applyCorrection(lines, correction);
    if (!corrected.ok) throw new Error(corrected.detail);
    lines = corrected.lines;
  }
  const ledger = openLedger();
  const segmenter = chooseSegmenter(lines);
  const documents = segmenter.segment({ lines, ledger });
  return { source, segmenter: segmenter.name, documents, removals: ledger.list() };
}
