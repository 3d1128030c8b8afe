import type { TableCell } from '../../shared/domain/segment.ts';

/** Cells of a table without merged ones, from its canonical text: tabs between cells, a line a row. */
export function tableCells(text: string): readonly TableCell[] {
  let start = 0;
  return text.split('\n').flatMap((line, row) =>
    line.split('\t').map((cell, column) => {
      const end = start + cell.length;
      const made = { row, column, rowSpan: 1, columnSpan: 1, start, end };
      start = end + 1;
      return made;
    }),
  );
}
