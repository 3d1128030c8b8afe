import type { ReactNode } from 'react';
import type { TableCell } from '../../shared/domain/segment.ts';
import { useStrings } from '../app/useStrings.ts';
import { figureColumns } from './figureColumns.ts';
import { SegmentText } from './SegmentText.tsx';
import { segmentPlace, type SegmentViewProps } from './segmentPlace.ts';
import styles from './TableView.module.css';

/** More columns than these get a scroll of their own; fewer share the page's, and its sticky header. */
const COLUMNS_THAT_FIT = 8;

/**
 * A real table: header, merged cells, a scroll of its own. The tabs and line feeds between the cells
 * are part of the canonical text, so each stands (invisible) at the end of the cell before it.
 */
export function TableView(props: SegmentViewProps) {
  const { reading } = useStrings();
  const { segment } = props;
  const cells = segment.detail.cells ?? [];
  const headerRows = segment.detail.headerRows ?? 0;
  const figures = figureColumns(cells, props.text, headerRows);
  const rows = rowsOf(cells);
  const head = rows.filter(([row]) => row < headerRows);
  const body = rows.filter(([row]) => row >= headerRows);

  function draw([row, inRow]: Row): ReactNode {
    return (
      <tr key={row}>
        {inRow.map((cell) => (
          <Cell
            key={cell.column}
            {...props}
            cell={cell}
            cells={cells}
            isHead={row < headerRows}
            isFigure={cell.columnSpan === 1 && figures.has(cell.column)}
          />
        ))}
      </tr>
    );
  }

  return (
    // Scrolls by keyboard too, hence the tab stop.
    <div
      className={styles['scroll']}
      data-wide={(segment.detail.columns ?? 0) > COLUMNS_THAT_FIT || undefined}
      role="group"
      aria-label={reading.table}
      tabIndex={0}
    >
      <table className={styles['table']} {...segmentPlace(segment)}>
        {head.length > 0 && <thead>{head.map(draw)}</thead>}
        <tbody>{body.map(draw)}</tbody>
      </table>
    </div>
  );
}

type Row = readonly [number, readonly TableCell[]];

function rowsOf(cells: readonly TableCell[]): readonly Row[] {
  const rows = new Map<number, TableCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows];
}

type CellProps = SegmentViewProps & {
  readonly cell: TableCell;
  readonly cells: readonly TableCell[];
  readonly isHead: boolean;
  /** In a column of figures. */
  readonly isFigure: boolean;
};

function Cell(props: CellProps) {
  const { segment, text, spans, AnnotationMark, cell, cells, isHead, isFigure } = props;
  const next = cells[cells.indexOf(cell) + 1];
  const isFirst = cells[0] === cell;
  const Tag = isHead ? 'th' : 'td';
  return (
    <Tag
      rowSpan={cell.rowSpan}
      colSpan={cell.columnSpan}
      data-figures={isFigure || undefined}
      data-category={(!isHead && cell.rowSpan > 1) || undefined}
      {...(isHead && { scope: 'col' })}
    >
      {isFirst && text.slice(segment.start, cell.start)}
      <SegmentText
        text={text}
        range={cell}
        spans={spans}
        footnoteMarks={segment.detail.footnoteMarks ?? []}
        AnnotationMark={AnnotationMark}
      />
      {text.slice(cell.end, next ? next.start : segment.end)}
    </Tag>
  );
}
