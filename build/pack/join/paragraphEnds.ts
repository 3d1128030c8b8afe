// Hard-wrapped text: where does a paragraph end? By sense (a sentence must be over) and by measure. The
// indent of a first line was lost, its width was not: it is two characters narrower than its column.

import { lineWidth } from './lineWidth.ts';
import { endsSentence } from './sentenceEnd.ts';

/** Lines of a justified column differ by less than this (em). */
const RAGGED = 1.1;
/** A line that is so much narrower than its column was not filled: its paragraph ended. */
const UNFILLED = 2;
const INDENT = 2;
/** Lines above that tell the width of the column. */
const MEMORY = 5;

const LISTED = /[；：]$/u;
const ITEM =
  /^(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)、.．]|[①-⑳●•■◆－]|第[一二三四五六七八九十]+)/u;

/**
 * For every line of one column of text, in reading order: does a paragraph end with it? Headings and
 * other lines of their own must be taken out before.
 */
export function paragraphEnds(lines: readonly string[]): readonly boolean[] {
  const widths = lines.map(lineWidth);
  const ends: boolean[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    ends.push(next === undefined || endsWith(line, next, columnAt(widths, ends, index)));
  }
  return ends;
}

type Column = {
  /** Width of the column above the line; undefined where nothing above tells. */
  readonly above: number | undefined;
  readonly line: number;
  readonly next: number;
  readonly afterNext: number | undefined;
};

function endsWith(line: string, next: string, column: Column): boolean {
  if (LISTED.test(line)) return ITEM.test(next);
  if (!endsSentence(line)) return false;
  return isUnfilled(column) || isIndented(column, endsSentence(next));
}

function isUnfilled({ above, line, next, afterNext = 0 }: Column): boolean {
  const below = Math.max(next, afterNext);
  return line < Math.min(above ?? below, below) - UNFILLED;
}

function isIndented({ above, line, next, afterNext = 0 }: Column, isSentence: boolean): boolean {
  const column = above ?? line;
  const isFull = Math.abs(next - column) < RAGGED;
  if (isFull) return false;
  const isIndent = next < column && next > column - INDENT - 1.5;
  // A line that ends a sentence is a last line as well, unless a full one goes on below it.
  if (isSentence) return isIndent && afterNext > column - RAGGED;
  // Beside a picture the column itself changes: then only the line after the next one can tell.
  return isIndent || next <= afterNext - RAGGED;
}

/** First lines count with their lost indent, last lines of paragraphs not at all. */
function columnAt(widths: readonly number[], ends: readonly boolean[], index: number): Column {
  const full = (at: number): number => (widths[at] ?? 0) + lostIndent(widths, ends, at);
  const known: number[] = [];
  for (let at = index - 1; at >= 0 && known.length < MEMORY; at -= 1) {
    if (ends[at] !== true) known.push(full(at));
  }
  return {
    above: median(known),
    line: full(index),
    next: widths[index + 1] ?? 0,
    afterNext: widths[index + 2],
  };
}

function lostIndent(widths: readonly number[], ends: readonly boolean[], at: number): number {
  const isFirst = at === 0 || ends[at - 1] === true;
  return isFirst && (widths[at] ?? 0) <= (widths[at + 1] ?? 0) - RAGGED ? INDENT : 0;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
