import type { TableCell } from '../../shared/domain/segment.ts';

/** A figure with what may stand at it (`7左右`, `30—32`, `6.50%`), or the dash that stands for none. */
const figure = /^(?:[+\-−<>≤≥约]?\d.{0,11}|[-—–]+)$/u;

/**
 * The columns of a table whose cells under the header hold figures; these are aligned at their ends.
 * A word here and there ("完成市下达任务") is borne, up to one for every two figures.
 */
export function figureColumns(
  cells: readonly TableCell[],
  text: string,
  headerRows: number,
): ReadonlySet<number> {
  const balance = new Map<number, number>();
  for (const { row, column, start, end } of cells) {
    const value = text.slice(start, end).trim();
    if (row < headerRows || value === '') continue;
    balance.set(column, (balance.get(column) ?? 0) + (figure.test(value) ? 1 : -2));
  }
  return new Set([...balance].filter(([, sum]) => sum >= 0).map(([column]) => column));
}
