// Handout and documents become one model for one copy. What is private is left out here, at the
// source: the writers of the formats never see it in a members' copy.

import type { Anchor } from '../domain/annotation.ts';
import type { Handout, HandoutCopy, HandoutItem } from '../domain/handout.ts';
import { assertNever } from '../domain/result.ts';
import type { ComposeSource } from './composeSource.ts';
import { composeNote } from './composeNote.ts';
import { comparisonTables, excerptTable, taskTable } from './composeTable.ts';
import type { HandoutModel, ModelBlock, ModelNote } from './handoutModel.ts';
import { isUnwritten, itemNumbers } from './itemNumbers.ts';
import { outlineLevel } from './outlineNumbers.ts';
import { quotationWriter, type QuotationWriter } from './writeQuotation.ts';

/** Composes one copy of a handout; see `HandoutModel` for what comes out. */
export function composeHandout(
  handout: Handout,
  source: ComposeSource,
  copy: HandoutCopy,
): HandoutModel {
  const cite = quotationWriter(handout, source);
  const numbers = itemNumbers(handout.items);
  return {
    preset: handout.preset,
    copy,
    title: handout.title,
    statusLine: statusLine(handout, source),
    subtitles: subtitles(handout),
    totalMinutes: copy === 'facilitator' ? totalMinutes(handout) : null,
    blocks: handout.items.flatMap((item, index) =>
      composeItem(item, { cite, source, copy, number: numbers[index] ?? '' }),
    ),
    notes: cite.notes,
    notePlacement: handout.citationStyle,
  };
}

type ItemContext = {
  readonly cite: QuotationWriter;
  readonly source: ComposeSource;
  readonly copy: HandoutCopy;
  readonly number: string;
};

/** Nothing for what this copy does not hold, and for what was left unwritten. */
function composeItem(item: HandoutItem, context: ItemContext): readonly ModelBlock[] {
  const { number } = context;
  const isFacilitator = context.copy === 'facilitator';
  if (isUnwritten(item)) return [];
  switch (item.kind) {
    case 'heading': {
      const level = outlineLevel(item.level);
      const minutes = isFacilitator ? item.minutes : null;
      return [{ kind: 'heading', level, number, text: item.text, minutes }];
    }
    case 'excerpt':
      return [composeExcerpt(item, context)];
    case 'question': {
      const answer = isFacilitator && item.answer.trim() !== '' ? item.answer : null;
      return [{ kind: 'question', number, text: item.text, answer }];
    }
    case 'note':
      if (item.isPrivate && !isFacilitator) return [];
      return [{ kind: 'note', text: item.text, isPrivate: item.isPrivate }];
    case 'comparison':
      return comparisonTables(item, context);
    case 'tasks':
      return [taskTable(item, context)];
    case 'attendance':
      return [attendance(item)];
    case 'lines':
      return [{ kind: 'lines', count: item.count }];
    case 'page_break':
      return [{ kind: 'page_break' }];
    default:
      return assertNever(item);
  }
}

type ExcerptItem = Extract<HandoutItem, { kind: 'excerpt' }>;

function composeExcerpt(item: ExcerptItem, context: ItemContext): ModelBlock {
  const note = excerptNote(item, context);
  const table = item.editedQuote === null ? excerptTable(item.anchor, note, context) : null;
  if (table !== null) return table;
  const quotation = context.cite.write(item.anchor, item.editedQuote);
  return { kind: 'excerpt', quotation, note };
}

function excerptNote(item: ExcerptItem, context: ItemContext): ModelNote | null {
  if (!item.withNote || item.annotationId === null) return null;
  const note = context.source.findNote(item.annotationId);
  if (note === null || (note.isPrivate && context.copy === 'members')) return null;
  return composeNote(note.text, context.source);
}

/** As minutes of meetings have it (GB/T 9704-2012, 10.3): who was there, who not, who listened, who wrote. */
function attendance(item: Extract<HandoutItem, { kind: 'attendance' }>): ModelBlock {
  const rows = [
    { label: '出席：', names: item.present },
    { label: '请假：', names: item.absent },
    { label: '列席：', names: item.observers },
    { label: '记录：', names: item.recorder },
  ];
  return { kind: 'attendance', rows: rows.map((row) => ({ ...row, names: row.names.trim() })) };
}

/** The facilitator's own line, then the statuses of all documents quoted, in the order of the quotations. */
function statusLine(handout: Handout, source: ComposeSource): string | null {
  const statuses = new Set<string>();
  for (const anchor of anchorsOf(handout.items)) {
    const status = source.findDocument(anchor.documentId)?.document.status;
    if (status) statuses.add(status);
  }
  const quoted = statuses.size === 0 ? '' : `含${[...statuses].join('、')}引文`;
  const parts = [handout.statusLine.trim(), quoted].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('　');
}

function anchorsOf(items: readonly HandoutItem[]): readonly Anchor[] {
  return items.flatMap((item) => {
    if (item.kind === 'excerpt') return [item.anchor];
    if (item.kind === 'comparison') return item.rows.map((row) => row.anchor);
    return item.kind === 'tasks' ? item.anchors : [];
  });
}

function subtitles(handout: Handout): readonly string[] {
  const when = [handout.date.trim(), handout.place.trim()].filter((part) => part !== '');
  const host = handout.host.trim();
  return [
    handout.meeting.trim(),
    when.length === 0 ? '' : `（${when.join('　')}）`,
    host === '' ? '' : `主持：${host}`,
  ].filter((lineText) => lineText !== '');
}

function totalMinutes(handout: Handout): number | null {
  const minutes = handout.items.flatMap((item) =>
    item.kind === 'heading' && item.minutes !== null ? [item.minutes] : [],
  );
  return minutes.length === 0 ? null : minutes.reduce((sum, part) => sum + part, 0);
}
