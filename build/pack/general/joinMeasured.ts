// Texts whose lines were broken by a program at a fixed width (a PDF, a mail): lines of one column become
// paragraphs again, by the width of the column. Texts with a paragraph a line are left alone.

import type { SourceLine } from '../draft.ts';
import { joinWrapped } from '../join/joinWrapped.ts';
import { lineWidth } from '../join/lineWidth.ts';
import { endsClause } from '../join/sentenceEnd.ts';
import { numberingOf } from './numbering.ts';

/** Widths in em. A first line is two narrower than the column, a mark at the edge takes up to one. */
const SLACK = 3.25;
const INDENTED = { from: 1.5, to: 3.25 };
const COLUMN = { min: 12, max: 70 };
const MIN_LINES = 15;
/** At least so many lines of a wrapped text fill the column, and so many of these end inside a sentence. */
const FILLED_SHARE = 0.4;
const OPEN_SHARE = 0.5;

/** With its space, so that it is no mention of a chapter in a sentence. */
const OPENS =
  /^第\s*[一二三四五六七八九十百千零〇\d]+\s*[编篇章节条](?:之[一二三四五六七八九十]+)?\s/u;

type Measured = { readonly line: SourceLine; readonly text: string; readonly width: number };

/** Lines of a wrapped text joined to paragraphs, each at the place of its first line. */
export function joinMeasured(lines: readonly SourceLine[]): readonly SourceLine[] {
  const filled = lines.flatMap((line): readonly Measured[] => {
    const text = line.text.text.trim();
    return text === '' ? [] : [{ line, text, width: lineWidth(text) }];
  });
  const column = columnOf(filled);
  if (column === null) return lines;
  const blanks = new Set(lines.filter((line) => line.text.text.trim() === '').map(numberOf));
  const isSpaced =
    filled.filter(({ line }) => blanks.has(line.number + 1)).length > filled.length / 2;
  const joined: SourceLine[] = [];
  let paragraph: Measured[] = [];
  for (const [index, one] of filled.entries()) {
    paragraph.push(one);
    const next = filled[index + 1];
    const isParted = !isSpaced && blanks.has(one.line.number + 1);
    if (next !== undefined && !ends(one, next, column, isParted)) continue;
    joined.push({
      number: paragraph[0]?.line.number ?? 1,
      text: joinWrapped(paragraph.map(textOf)),
    });
    // A line on its own keeps its distance: boxes and tables end at an empty line.
    if (isParted) joined.push({ number: one.line.number + 1, text: { text: '', origins: [] } });
    paragraph = [];
  }
  return joined;
}

function ends(one: Measured, next: Measured, column: number, isParted: boolean): boolean {
  if (one.width < column - SLACK || OPENS.test(next.text)) return true;
  if (!endsClause(one.text)) return false;
  if (isParted || numberingOf(next.text) !== null) return true;
  const missing = column - next.width;
  return missing >= INDENTED.from && missing <= INDENTED.to;
}

/** The width of the column, or null for a text that is not wrapped. */
function columnOf(filled: readonly Measured[]): number | null {
  if (filled.length < MIN_LINES) return null;
  const widths = filled.map(({ width }) => width).sort((one, other) => one - other);
  const column = widths[Math.floor(widths.length * 0.95)] ?? 0;
  if (column < COLUMN.min || column > COLUMN.max) return null;
  const full = filled.filter(({ width }) => width >= column - SLACK);
  const open = full.filter(({ text }) => !endsClause(text));
  const isWrapped =
    full.length >= filled.length * FILLED_SHARE && open.length >= full.length * OPEN_SHARE;
  return isWrapped ? column : null;
}

function numberOf(line: SourceLine): number {
  return line.number;
}

function textOf({ line }: Measured): SourceLine['text'] {
  return line.text;
}
