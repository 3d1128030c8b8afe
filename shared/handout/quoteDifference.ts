// The difference between a quotation and its source, shown where somebody edited the quotation.

import type { QuoteRun } from './handoutModel.ts';

/** Beyond this many cells of the comparison table the middle is shown as replaced whole: exact, only less fine. */
const FINE_LIMIT = 4_000_000;
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Runs that, without `added`, read as `source`, and, without `removed`, read as `edited`.
 * Compares graphemes, so that no run ends inside a character.
 */
export function quoteDifference(source: string, edited: string): readonly QuoteRun[] {
  const before = Array.from(graphemes.segment(source), (cluster) => cluster.segment);
  const after = Array.from(graphemes.segment(edited), (cluster) => cluster.segment);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  const middle =
    removed.length * added.length > FINE_LIMIT
      ? [run('removed', removed), run('added', added)]
      : fineDifference(removed, added);
  return joinRuns([
    run('same', before.slice(0, head)),
    ...middle,
    run('same', before.slice(before.length - tail)),
  ]);
}

function run(kind: QuoteRun['kind'], clusters: readonly string[]): QuoteRun {
  return { kind, text: clusters.join('') };
}

/** Longest common subsequence, read from the front; removals come before additions. */
function fineDifference(before: readonly string[], after: readonly string[]): readonly QuoteRun[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const runs: QuoteRun[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const old = before[row];
    const fresh = after[column];
    if (old !== undefined && old === fresh) {
      runs.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      runs.push({ kind: 'removed', text: old });
      row += 1;
    } else if (fresh !== undefined) {
      runs.push({ kind: 'added', text: fresh });
      column += 1;
    }
  }
  return runs;
}

function joinRuns(runs: readonly QuoteRun[]): readonly QuoteRun[] {
  const joined: QuoteRun[] = [];
  for (const next of runs) {
    const last = joined.at(-1);
    if (next.text === '') continue;
    if (last?.kind === next.kind)
      joined[joined.length - 1] = { ...last, text: last.text + next.text };
    else joined.push(next);
  }
  return joined;
}
