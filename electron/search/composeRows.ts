// From matching segments to what the list shows: excerpts with marks in the original glyphs, table rows
// with their heads, the path of sections.

import { assertNever } from '../../shared/domain/result.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import type { SegmentDetail, TableCell } from '../../shared/domain/segment.ts';
import type { SegmentRow } from '../../shared/ipc/searching.ts';
import { excerptAround } from '../../shared/search/excerptAround.ts';
import { fold } from '../../shared/search/fold.ts';
import type { WordGroups } from '../../shared/search/occurrences.ts';
import { findOccurrences } from '../../shared/search/occurrences.ts';
import type { Match, SearchedPack } from './findSegments.ts';
import { leadDepartmentsOf } from './listLeadDepartments.ts';

/** What to mark: folded words, symbols as they stand, or whole segments where only filters were given. */
export type Marking =
  | { readonly kind: 'words'; readonly groups: WordGroups }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'segments' };

/** The text of a segment, original glyphs. */
export function segmentTextOf(pack: SearchedPack, segment: number): string {
  const { segments, text } = pack;
  const document = text.textOf(segments.documentOf(segment));
  return document.slice(segments.startOf(segment), segments.endOf(segment));
}

/** Ranges of the text to mark, in text order: the folded occurrences, carried back to the glyphs. */
export function markText(text: string, marking: Marking): readonly TextRange[] {
  switch (marking.kind) {
    case 'segments':
      return [{ start: 0, end: text.length }];
    case 'literal':
      return findOccurrences(text, [[marking.text]])?.ranges ?? [];
    case 'words': {
      const { key, starts, ends } = fold(text);
      const ranges = findOccurrences(key, marking.groups)?.ranges ?? [];
      return ranges.map(({ start, end }) => ({
        start: starts[start] ?? 0,
        end: ends[end - 1] ?? text.length,
      }));
    }
    default:
      return assertNever(marking);
  }
}

/** One row a segment, of a table one row for each of its rows with a hit. */
export function composeRows(
  pack: SearchedPack,
  match: Match,
  marking: Marking,
): readonly SegmentRow[] {
  const { segment } = match;
  const { segments } = pack;
  const text = segmentTextOf(pack, segment);
  const marks = markText(text, marking);
  const kind = segments.kindOf(segment);
  const document = segments.documentOf(segment);
  const start = segments.startOf(segment);
  const [firstMark] = marks;
  const documentId = pack.text.documents[document]?.id;
  if (firstMark === undefined || documentId === undefined) return [];
  const base = {
    kind: 'segment',
    documentId,
    segmentId: pack.text.idOf(segment),
    segmentKind: kind,
    start: start + firstMark.start,
    end: start + firstMark.end,
    count: match.count,
    excerpt: excerptAround(text, marking.kind === 'segments' ? [] : marks),
    path: pack.text.pathOf(document, segments.sectionOf(segment)),
    tableRow: null,
    leadDepartments: leadDepartmentsOf(pack, segment),
  } as const;
  if (marking.kind === 'segments' || kind !== 'table') return [base];
  const detail = pack.text.detailOf(segment);
  if (detail.cells === undefined) return [base];
  return composeTableRows(text, start, detail, marks).map((row) => ({ ...base, ...row }));
}

type Located = { readonly number: number; readonly cells: readonly TableCell[] };

function composeTableRows(
  text: string,
  offset: number,
  detail: SegmentDetail,
  marks: readonly TextRange[],
): readonly Pick<SegmentRow, 'start' | 'end' | 'count' | 'excerpt' | 'tableRow'>[] {
  const { cells = [], headerRows = 0, columns = 0 } = detail;
  const textOf = (cell: TableCell): string =>
    text.slice(cell.start - offset, cell.end - offset).replace(/[\t\n\r]/g, ' ');
  const covers = (cell: TableCell, row: number): boolean =>
    cell.row <= row && row < cell.row + cell.rowSpan;
  const headOf = (column: number): string =>
    cells
      .filter((cell) => cell.row < headerRows && cell.column <= column)
      .filter((cell) => column < cell.column + cell.columnSpan)
      .map(textOf)
      .join(' ');
  const byRow = new Map<number, TextRange[]>();
  for (const mark of marks) {
    const cell = cells.find((one) => mark.start < one.end - offset) ?? cells.at(-1);
    const row = cell?.row ?? 0;
    byRow.set(row, [...(byRow.get(row) ?? []), mark]);
  }
  const located: Located[] = [...byRow.keys()].map((row) => ({
    number: row,
    cells: cells
      .filter((cell) => covers(cell, row))
      .sort((one, other) => one.column - other.column),
  }));
  return located.map(({ number, cells: own }) => {
    const ownMarks = byRow.get(number) ?? [];
    const from = Math.min(...own.map((cell) => cell.start)) - offset;
    const to = Math.max(...own.map((cell) => cell.end)) - offset;
    const start = ownMarks[0]?.start ?? from;
    const end = ownMarks[0]?.end ?? to;
    const shown = text.slice(Math.min(from, start), Math.max(to, end));
    const shift = Math.min(from, start);
    return {
      start: offset + start,
      end: offset + end,
      count: ownMarks.length,
      excerpt: excerptAround(
        shown,
        ownMarks.map((mark) => ({ start: mark.start - shift, end: mark.end - shift })),
      ),
      tableRow: {
        // Header rows are not counted: row 1 is the first one below them.
        number: Math.max(1, number - headerRows + 1),
        cells: own.map((cell) => ({
          head: number < headerRows || columns === 0 ? '' : headOf(cell.column),
          text: textOf(cell),
          marks: clipMarks(ownMarks, cell.start - offset, cell.end - offset),
        })),
      },
    };
  });
}

function clipMarks(marks: readonly TextRange[], start: number, end: number): readonly TextRange[] {
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({
      start: Math.max(mark.start, start) - start,
      end: Math.min(mark.end, end) - start,
    }));
}
