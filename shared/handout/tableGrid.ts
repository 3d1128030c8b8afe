// Passages of a table as rows and cells, so that what was a table in the source is a table on the page.
// The canonical text sets a tab between the cells of a row and a line feed between rows; cells that are
// joined in that way are the passage again, unit for unit.

import type { DocumentContent } from '../domain/document.ts';
import { overlaps, type TextRange } from '../domain/place.ts';
import type { Segment, TableCell } from '../domain/segment.ts';

export type GridCell = {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** False for what stands beside or above the passage: empty places and the source's header. */
  readonly isQuoted: boolean;
};
export type GridRow = readonly GridCell[];

export type TableGrid = {
  /** The source's header over the columns used; quoted where the first passage begins in it. */
  readonly head: readonly GridRow[];
  /** Rows of each passage, in the order of the passages. */
  readonly passages: readonly (readonly GridRow[])[];
};

/** The table that holds a whole passage of more than one cell; null for every other passage. */
export function tableOfPassage(
  content: Pick<DocumentContent, 'segments'>,
  passage: TextRange,
): Segment | null {
  const table = content.segments.find(
    (segment) =>
      segment.kind === 'table' && segment.start <= passage.start && passage.end <= segment.end,
  );
  return table !== undefined && cellsIn(table, passage).length > 1 ? table : null;
}

/** Sets passages of one table below each other in the columns that any of them touches. */
export function tableGrid(text: string, table: Segment, passages: readonly TextRange[]): TableGrid {
  const cells = table.detail.cells ?? [];
  const headerRows = table.detail.headerRows ?? 0;
  const touched = passages.map((passage) => cellsIn(table, passage));
  const columns = columnsOf(touched.flat());
  const [first = []] = touched;
  const quotesHead = first.some((cell) => cell.row < headerRows);
  const rowsOf = (some: readonly TableCell[], passage: TextRange | null): readonly GridRow[] =>
    gridRows(some, columns, (cell) => ({
      text: text.slice(
        Math.max(cell.start, passage?.start ?? 0),
        Math.min(cell.end, passage?.end ?? text.length),
      ),
      isQuoted: passage !== null,
    }));
  const passageRows = touched.map((some, index) => rowsOf(some, passages[index] ?? null));
  if (!quotesHead) {
    const header = cells.filter((cell) => cell.row < headerRows && isWithin(cell, columns));
    return { head: rowsOf(header, null), passages: passageRows };
  }
  const [opening = [], ...others] = passageRows;
  const headRows = headerRows - Math.min(...first.map((cell) => cell.row));
  return { head: opening.slice(0, headRows), passages: [opening.slice(headRows), ...others] };
}

/** Cells of which the passage holds something; an empty cell has to lie inside of it. */
function cellsIn(table: Segment, passage: TextRange): readonly TableCell[] {
  return (table.detail.cells ?? []).filter((cell) =>
    cell.start === cell.end
      ? passage.start < cell.start && cell.end < passage.end
      : overlaps(cell, passage),
  );
}

type Columns = { readonly first: number; readonly end: number };

function columnsOf(cells: readonly TableCell[]): Columns {
  return {
    first: Math.min(...cells.map((cell) => cell.column)),
    end: Math.max(...cells.map((cell) => cell.column + cell.columnSpan)),
  };
}

function isWithin(cell: TableCell, { first, end }: Columns): boolean {
  return cell.column >= first && cell.column + cell.columnSpan <= end;
}

/** Rows from the first to the last one touched; spans are cut to what is shown, gaps become empty cells. */
function gridRows(
  cells: readonly TableCell[],
  columns: Columns,
  content: (cell: TableCell) => Pick<GridCell, 'text' | 'isQuoted'>,
): readonly GridRow[] {
  const firstRow = Math.min(...cells.map((cell) => cell.row));
  const endRow = Math.max(...cells.map((cell) => cell.row)) + 1;
  const covered = new Set<string>();
  const rows: GridCell[][] = [];
  for (let row = firstRow; row < endRow; row += 1) {
    const inRow: GridCell[] = [];
    for (let column = columns.first; column < columns.end; column += 1) {
      if (covered.has(`${String(row)} ${String(column)}`)) continue;
      const cell = cells.find((one) => one.row === row && one.column === column);
      if (cell === undefined) {
        inRow.push({ text: '', rowSpan: 1, columnSpan: 1, isQuoted: false });
        continue;
      }
      const rowSpan = Math.min(cell.rowSpan, endRow - row);
      const columnSpan = Math.min(cell.columnSpan, columns.end - column);
      cover(covered, { row, column, rowSpan, columnSpan });
      inRow.push({ ...content(cell), rowSpan, columnSpan });
    }
    rows.push(inRow);
  }
  return rows;
}

function cover(
  covered: Set<string>,
  area: Pick<TableCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
): void {
  for (let row = area.row; row < area.row + area.rowSpan; row += 1) {
    for (let column = area.column; column < area.column + area.columnSpan; column += 1) {
      covered.add(`${String(row)} ${String(column)}`);
    }
  }
}
