import type { SegmentDetail, SegmentKind } from '../../../shared/domain/segment.ts';

export type SegmentRow = {
  readonly id: string;
  readonly kind: SegmentKind;
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
  readonly detail: SegmentDetail;
};

export type SegmentDump = {
  readonly id: string;
  readonly kind: SegmentKind;
  readonly text: string;
  readonly headingPath: readonly string[];
  readonly level?: number;
  readonly lines: readonly (readonly [number, number])[];
  readonly header?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly number?: string;
  readonly leadDepartments?: readonly string[];
  readonly participatingDepartments?: readonly string[];
  readonly participantsOpenEnded?: boolean;
  readonly marker?: string;
  readonly host?: string;
};

/** `text` is the document's; `lines` are lines of the source, both ends included. */
export function dumpSegment(
  segment: SegmentRow,
  text: string,
  headingPath: readonly string[],
  lines: SegmentDump['lines'],
): SegmentDump {
  const { id, kind, level, start, end, detail } = segment;
  const textOf = (range: { readonly start: number; readonly end: number }): string =>
    text.slice(range.start, range.end);
  const { number, marker, host, leadDepartments, participatingDepartments } = detail;
  const grid = kind === 'table' ? gridOf(detail, textOf) : null;
  const headerRows = detail.headerRows ?? 0;
  return {
    id,
    kind,
    text: text.slice(start, end),
    headingPath,
    ...(kind === 'heading' && level !== null && { level }),
    lines,
    ...(grid !== null && {
      header: grid.slice(0, headerRows).flat(),
      rows: grid.slice(headerRows),
    }),
    ...(number !== undefined && { number }),
    ...(kind === 'task' && {
      leadDepartments: (leadDepartments ?? []).map(textOf),
      participatingDepartments: (participatingDepartments ?? []).map(textOf),
      participantsOpenEnded: detail.participantsOpenEnded ?? false,
    }),
    ...(marker !== undefined && { marker }),
    ...(host !== undefined && { host }),
  };
}

/** Every cell of the grid; a merged cell is repeated in all places it covers. */
function gridOf(
  { cells = [], columns = 0 }: SegmentDetail,
  textOf: (range: { readonly start: number; readonly end: number }) => string,
): string[][] {
  const height = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const grid = Array.from({ length: height }, () => Array.from({ length: columns }, () => ''));
  for (const cell of cells) {
    for (const row of grid.slice(cell.row, cell.row + cell.rowSpan)) {
      row.fill(textOf(cell), cell.column, cell.column + cell.columnSpan);
    }
  }
  return grid;
}
