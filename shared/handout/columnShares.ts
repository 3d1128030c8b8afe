import type { ModelRow } from './handoutModel.ts';

/** Characters a column is given room for at least and at most; longer text takes more lines. */
const NARROWEST = 4;
const WIDEST = 16;

/** Widths of a table's columns in whole hundredths, after the longest text each has to hold. */
export function columnShares(rows: readonly ModelRow[]): readonly number[] {
  const needs = longestTexts(rows).map((length) => Math.min(WIDEST, Math.max(NARROWEST, length)));
  const total = needs.reduce((sum, need) => sum + need, 0);
  const shares = needs.map((need) => Math.floor((need * 100) / total));
  const rest = 100 - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => (index === 0 ? share + rest : share));
}

/** Cells that span columns say nothing about one of them; a cell from above takes its place in a row. */
function longestTexts(rows: readonly ModelRow[]): readonly number[] {
  const longest: number[] = [];
  /** For each column, in how many further rows a cell from above stands there. */
  const held: number[] = [];
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      while ((held[column] ?? 0) > 0) {
        held[column] = (held[column] ?? 0) - 1;
        column += 1;
      }
      const { text, rowSpan, columnSpan } =
        cell.kind === 'quotation' ? { text: cell.quotation.text, rowSpan: 1, columnSpan: 1 } : cell;
      if (columnSpan === 1) longest[column] = Math.max(longest[column] ?? 0, text.length);
      for (let step = 0; step < columnSpan; step += 1) {
        longest[column] ??= 0;
        held[column] = rowSpan - 1;
        column += 1;
      }
    }
    for (; column < held.length; column += 1) held[column] = Math.max(0, (held[column] ?? 0) - 1);
  }
  return longest;
}
