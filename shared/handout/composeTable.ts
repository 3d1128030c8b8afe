// Tables of a handout: comparisons, task lists, and excerpts that were a table in their source.

import type { Anchor } from '../domain/annotation.ts';
import type { HandoutItem } from '../domain/handout.ts';
import type { ComposeSource } from './composeSource.ts';
import { columnShares } from './columnShares.ts';
import type { ModelCell, ModelNote, ModelRow, ModelTable, Quotation } from './handoutModel.ts';
import { tableGrid, tableOfPassage, type GridRow } from './tableGrid.ts';
import { taskRow } from './taskRow.ts';
import { textCell } from './textCell.ts';
import type { QuotationWriter } from './writeQuotation.ts';

type Context = { readonly cite: QuotationWriter; readonly source: ComposeSource };
type ComparisonRow = Extract<HandoutItem, { kind: 'comparison' }>['rows'][number];

/** An untouched excerpt out of a table, as that table; null where the quotation is running text. */
export function excerptTable(
  anchor: Anchor,
  note: ModelNote | null,
  { cite, source }: Context,
): ModelTable | null {
  const quotation = cite.writeCell(anchor);
  if (quotation.status !== 'equal') return null;
  const made = gridOf([anchor], source);
  if (made === null) return null;
  const { head, passages } = made;
  const quotesHead = head.flat().some((cell) => cell.isQuoted);
  const body = (passages[0] ?? []).map(cellsOf);
  return {
    kind: 'table',
    title: '',
    widths: columnShares([...head, ...passages.flat()].map(cellsOf)),
    head: head.map(cellsOf),
    body: [{ quotation: quotesHead ? null : quotation, rows: body }],
    quotation: quotesHead ? quotation : null,
    sources: cite.citeTable([anchor]),
    note,
  };
}

/**
 * A comparison: rows of one source table under that table's own header, everything else as label and
 * quotation. Rows that follow each other and belong together share a table.
 */
export function comparisonTables(
  item: Extract<HandoutItem, { kind: 'comparison' }>,
  context: Context,
): readonly ModelTable[] {
  return runsOf(item.rows, context.source).map((rows, index) => {
    const title = index === 0 ? item.title : '';
    return gridTable(title, rows, context) ?? quotationTable(title, rows, context);
  });
}

/** Tasks with the departments that the document names, and where each stands. */
export function taskTable(
  item: Extract<HandoutItem, { kind: 'tasks' }>,
  { cite, source }: Context,
): ModelTable {
  const isOneDocument = new Set(item.anchors.map((anchor) => anchor.documentId)).size === 1;
  return {
    kind: 'table',
    title: item.title,
    widths: isOneDocument ? [52, 16, 20, 12] : [44, 15, 19, 22],
    head: [['任务', '牵头', '参与', '出处'].map(textCell)],
    body: item.anchors.map((anchor) => ({
      quotation: null,
      rows: [
        taskRow(
          cite.writeCell(anchor),
          source.findDocument(anchor.documentId),
          cite.whereabouts(anchor, isOneDocument),
        ),
      ],
    })),
    quotation: null,
    sources: cite.citeTable(item.anchors),
    note: null,
  };
}

/** Neighbours of the same source table stay together, and so do neighbours of none. */
function runsOf(
  rows: readonly ComparisonRow[],
  source: ComposeSource,
): readonly (readonly ComparisonRow[])[] {
  const runs: { readonly table: string | null; readonly rows: ComparisonRow[] }[] = [];
  for (const row of rows) {
    const content = source.findDocument(row.anchor.documentId);
    const table = (content && tableOfPassage(content, row.anchor)?.id) ?? null;
    const last = runs.at(-1);
    if (last?.table === table) last.rows.push(row);
    else runs.push({ table, rows: [row] });
  }
  return runs.map((run) => run.rows);
}

/** Null where the rows are not from a table, or no longer what it says, or hold its header, which bears no label. */
function gridTable(
  title: string,
  rows: readonly ComparisonRow[],
  { cite, source }: Context,
): ModelTable | null {
  const anchors = rows.map((row) => row.anchor);
  const made = gridOf(anchors, source);
  const quotations = anchors.map(cite.writeCell);
  if (made === null || quotations.some(({ status }) => status !== 'equal')) return null;
  if (made.head.flat().some((cell) => cell.isQuoted)) return null;
  const isLabelled = rows.some((row) => row.label !== '');
  const head = made.head.map((row, index) => {
    const label = index === 0 ? [{ ...textCell('项目'), rowSpan: made.head.length }] : [];
    return [...(isLabelled ? label : []), ...cellsOf(row)];
  });
  const body = rows.map(({ label }, index) => {
    const passage = made.passages[index] ?? [];
    const labelCell = { ...textCell(label), rowSpan: passage.length };
    return {
      quotation: quotations[index] ?? null,
      rows: passage.map((row, place) => [
        ...(isLabelled && place === 0 ? [labelCell] : []),
        ...cellsOf(row),
      ]),
    };
  });
  return {
    kind: 'table',
    title,
    widths: columnShares([...head, ...body.flatMap((group) => group.rows)]),
    head,
    body,
    quotation: null,
    sources: cite.citeTable(anchors),
    note: null,
  };
}

function quotationTable(
  title: string,
  rows: readonly ComparisonRow[],
  { cite }: Context,
): ModelTable {
  const anchors = rows.map((row) => row.anchor);
  const isOneDocument = new Set(anchors.map((anchor) => anchor.documentId)).size === 1;
  return {
    kind: 'table',
    title,
    widths: [20, 60, 20],
    head: [['项目', '原文', '出处'].map(textCell)],
    body: rows.map(({ label, anchor }) => {
      const quotation: Quotation = cite.writeCell(anchor);
      const where = textCell(cite.whereabouts(anchor, isOneDocument));
      return {
        quotation: null,
        rows: [[textCell(label), { kind: 'quotation', quotation }, where] satisfies ModelRow],
      };
    }),
    quotation: null,
    sources: cite.citeTable(anchors),
    note: null,
  };
}

/** The anchors as rows of the one table they all lie in; null where they do not. */
function gridOf(
  anchors: readonly Anchor[],
  source: ComposeSource,
): ReturnType<typeof tableGrid> | null {
  const [first] = anchors;
  const content = first && source.findDocument(first.documentId);
  const table = content && tableOfPassage(content, first);
  if (!table) return null;
  const grid = tableGrid(content.text, table, anchors);
  // What is set as cells must join to the quotation again, or it is set as running text.
  const isWhole = anchors.every((anchor, index) => {
    const rows = [...(index === 0 ? grid.head : []), ...(grid.passages[index] ?? [])];
    return joinQuoted(rows) === anchor.quote;
  });
  return isWhole ? grid : null;
}

function joinQuoted(rows: readonly GridRow[]): string {
  return rows
    .map((row) => row.filter((cell) => cell.isQuoted))
    .filter((row) => row.length > 0)
    .map((row) => row.map((cell) => cell.text).join('\t'))
    .join('\n');
}

function cellsOf(row: GridRow): readonly ModelCell[] {
  return row.map(({ text, rowSpan, columnSpan, isQuoted }) => ({
    kind: isQuoted ? 'part' : 'text',
    text,
    rowSpan,
    columnSpan,
  }));
}
