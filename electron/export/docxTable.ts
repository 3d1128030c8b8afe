// Tables of a Word file: the header repeats on every page, merged cells are merged, citations stand below.

import {
  Bookmark,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalMergeType,
  WidthType,
  type ITableCellOptions,
} from 'docx';
import type { HandoutPreset } from '../../shared/domain/handout.ts';
import type {
  ModelCell,
  ModelRow,
  ModelTable,
  Quotation,
} from '../../shared/handout/handoutModel.ts';
import { citationParagraph } from './docxCitation.ts';
import { noteParagraphs } from './docxNote.ts';
import type { DocxStyleId } from './docxStyles.ts';
import { docxRuns, plainParagraphs, quotationParagraphs, quoteBookmark } from './docxText.ts';

type Setting = {
  readonly preset: HandoutPreset;
  /** Of the type area, in twips. */
  readonly width: number;
  /** Takes the next number for a quotation's bookmark and place. */
  readonly number: (quotation: Quotation) => number;
};

/** A table with its title above, and its citations and note below. */
export function docxTable(table: ModelTable, setting: Setting): (Paragraph | Table)[] {
  const widths = table.widths.map((share) => Math.floor((setting.width * share) / 100));
  const whole = table.quotation === null ? null : bookmarksOf(setting.number(table.quotation));
  const setter: RowSetter = { widths, setting, held: [] };
  const head = table.head.map((row) => setRow(row, { ...setter, isHead: true, bookmarks: whole }));
  const body = table.body.flatMap((group) => {
    const bookmarks = group.quotation ? bookmarksOf(setting.number(group.quotation)) : whole;
    return group.rows.map((row) => setRow(row, { ...setter, isHead: false, bookmarks }));
  });
  return [
    ...(table.title === '' ? [] : plainParagraphs('Caption', table.title)),
    new Table({
      style: 'HandoutTable',
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: [...head, ...body],
    }),
    ...table.sources.map((source) => citationParagraph(source, setting)),
    ...(table.note === null ? [] : noteParagraphs(table.note)),
  ];
}

type Bookmarks = { readonly nextRow: () => void; readonly nextCell: () => string };

function bookmarksOf(number: number): Bookmarks {
  let row = 0;
  let cell = 0;
  let isRowOpen = false;
  return {
    nextRow() {
      isRowOpen = false;
      cell = 0;
    },
    nextCell() {
      // A row without quoted cells takes no number.
      if (!isRowOpen) row += 1;
      isRowOpen = true;
      cell += 1;
      return quoteBookmark(number, row, cell);
    },
  };
}

type RowSetter = {
  readonly widths: readonly number[];
  readonly setting: Setting;
  /** For each column, the cell from above that still stands there, and for how many rows. */
  readonly held: (HeldCell | undefined)[];
};
type HeldCell = { readonly rows: number; readonly columnSpan: number };
type RowFormat = RowSetter & { readonly isHead: boolean; readonly bookmarks: Bookmarks | null };

function setRow(row: ModelRow, format: RowFormat): TableRow {
  const { widths, held, isHead, bookmarks } = format;
  bookmarks?.nextRow();
  const style: DocxStyleId = isHead ? 'TableHead' : 'TableText';
  const left = [...row];
  const children: TableCell[] = [];
  for (let column = 0; column < widths.length;) {
    const above = held[column];
    const cell = above === undefined ? left.shift() : undefined;
    if (above === undefined && cell === undefined) break;
    const span = above ?? spanOf(cell);
    held[column] = span.rows > 1 ? { ...span, rows: span.rows - 1 } : undefined;
    const merge = mergeOf(above !== undefined, span.rows);
    children.push(
      new TableCell({
        width: { size: widthOf(widths, column, span.columnSpan), type: WidthType.DXA },
        ...(span.columnSpan > 1 ? { columnSpan: span.columnSpan } : {}),
        ...merge,
        children: cell ? setCell(cell, style, format) : [new Paragraph({ style })],
      }),
    );
    column += span.columnSpan;
  }
  return new TableRow({ tableHeader: isHead, cantSplit: true, children });
}

function spanOf(cell: ModelCell | undefined): HeldCell {
  if (cell === undefined || cell.kind === 'quotation') return { rows: 1, columnSpan: 1 };
  return { rows: cell.rowSpan, columnSpan: cell.columnSpan };
}

function mergeOf(isHeld: boolean, rows: number): Pick<ITableCellOptions, 'verticalMerge'> {
  if (isHeld) return { verticalMerge: VerticalMergeType.CONTINUE };
  return rows > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {};
}

function widthOf(widths: readonly number[], column: number, span: number): number {
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
}

function setCell(cell: ModelCell, style: DocxStyleId, format: RowFormat): Paragraph[] {
  if (cell.kind === 'quotation') {
    const number = format.setting.number(cell.quotation);
    return quotationParagraphs(style, cell.quotation, { number, mark: [] });
  }
  if (cell.kind === 'text' || format.bookmarks === null) return plainParagraphs(style, cell.text);
  const part = new Bookmark({
    id: format.bookmarks.nextCell(),
    children: docxRuns(style, cell.text),
  });
  return [new Paragraph({ style, children: [part] })];
}
