import type { DraftCell, DraftSegment } from '../draft.ts';
import { concat, made, type MappedText } from '../text/mappedText.ts';

type Cell = { text: MappedText; row: number; column: number; rowSpan: number };

/**
 * A grid of cells as one segment. An empty cell below a filled one, with nothing filled to its left, is
 * merged with it: that text stands once and spans the rows. Other empty cells stay.
 */
export function tableSegment(
  rows: readonly (readonly MappedText[])[],
  headerRows: number,
  group: number,
): DraftSegment {
  const columns = Math.max(...rows.map((row) => row.length));
  const grid = rows.map((texts, row) =>
    texts.map((text, column): Cell => ({ text, row, column, rowSpan: 1 })),
  );
  const owners: (Cell | undefined)[] = [];
  const kept = grid.map((cells, row) => {
    let isLeading = row > headerRows;
    return cells.filter((cell, column) => {
      const owner = owners[column];
      const isMerged = isLeading && cell.text.text === '' && owner !== undefined;
      if (isMerged) owner.rowSpan += 1;
      else owners[column] = cell;
      isLeading = isMerged;
      return !isMerged;
    });
  });
  const pieces: MappedText[] = [];
  const cells: DraftCell[] = [];
  let at = 0;
  const add = (piece: MappedText): void => {
    pieces.push(piece);
    at += piece.text.length;
  };
  for (const [row, own] of kept.entries()) {
    if (row > 0) add(made('\n'));
    for (const [place, { text, column, rowSpan }] of own.entries()) {
      if (place > 0) add(made('\t'));
      cells.push({ row, column, rowSpan, columnSpan: 1, start: at, end: at + text.text.length });
      add(text);
    }
  }
  return { kind: 'table', text: concat(pieces), detail: { columns, headerRows, cells, group } };
}
