import type { ModelCell, ModelTable } from './handoutModel.ts';

/** All rows of a table with a text in each column, for formats without merged cells: what they cover is empty. */
export function plainRows(
  { head, body, widths }: ModelTable,
  write: (cell: ModelCell) => string,
): readonly (readonly string[])[] {
  const rows = [...head, ...body.flatMap((group) => group.rows)];
  const grid = rows.map(() => widths.map((): string | null => null));
  rows.forEach((row, at) => {
    for (const cell of row) {
      const column = grid[at]?.indexOf(null) ?? 0;
      const { rowSpan, columnSpan } =
        cell.kind === 'quotation' ? { rowSpan: 1, columnSpan: 1 } : cell;
      for (const covered of grid.slice(at, at + rowSpan)) {
        covered.fill('', column, column + columnSpan);
      }
      grid[at]?.splice(column, 1, write(cell));
    }
  });
  return grid.map((row) => row.map((text) => text ?? ''));
}
