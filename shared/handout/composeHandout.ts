// Handout and documents become one model for one copy. What is private is left out here, at the
// source: the writers of the formats never see it in a members' copy.

import type { Anchor } from '../domain/annotation.ts';
import type { DocumentContent } from '../domain/document.ts';
import type { Handout, HandoutCopy, HandoutItem } from '../domain/handout.ts';
import type { AnnotationId, DocumentId } from '../domain/ids.ts';
import { assertNever } from '../domain/result.ts';
import { citePlace } from '../citation/citePlace.ts';
import { formatCitation } from '../citation/formatCitation.ts';
import { checkQuote } from './checkQuote.ts';
import type { HandoutModel, ModelBlock, Quotation } from './handoutModel.ts';
import { countOutline, type OutlineLevel } from './outlineNumbers.ts';
import { quoteDifference } from './quoteDifference.ts';
import { taskRow } from './taskRow.ts';

export type ComposeSource = {
  readonly findDocument: (id: DocumentId) => DocumentContent | null;
  /** The note of an annotation, or null where it has none or is gone. */
  readonly findNote: (
    id: AnnotationId,
  ) => { readonly text: string; readonly isPrivate: boolean } | null;
};

/** Composes one copy of a handout; see `HandoutModel` for what comes out. */
export function composeHandout(
  handout: Handout,
  source: ComposeSource,
  copy: HandoutCopy,
): HandoutModel {
  const cite = quotationWriter(handout, source);
  const numbers = countOutline();
  const blocks: ModelBlock[] = [];
  if (handout.template === 'meeting_record') {
    blocks.push({ kind: 'attendance', labels: ['出席：', '请假：', '列席：', '记录：'] });
  }
  for (const item of handout.items) {
    const block = composeItem(item, { cite, numbers, source, copy });
    if (block !== null) blocks.push(block);
  }
  return {
    preset: handout.preset,
    copy,
    title: handout.title,
    statusLine: statusLine(handout, source),
    subtitles: subtitles(handout),
    totalMinutes: copy === 'facilitator' ? totalMinutes(handout) : null,
    blocks,
    notes: cite.notes,
    notePlacement: handout.citationStyle,
  };
}

type QuotationWriter = {
  /** A block quotation; its citation becomes a note where the handout asks for notes. */
  readonly write: (anchor: Anchor, editedQuote: string | null) => Quotation;
  /** A quotation in a table: its citation has a column of its own. */
  readonly writeCell: (anchor: Anchor) => Quotation;
  readonly notes: readonly string[];
};

function quotationWriter(handout: Handout, source: ComposeSource): QuotationWriter {
  const notes: string[] = [];
  const { citationStyle, citationFormat } = handout;

  function quote(anchor: Anchor, editedQuote: string | null): Quotation {
    const document = source.findDocument(anchor.documentId);
    const place = { documentId: anchor.documentId, start: anchor.start, end: anchor.end };
    const status = checkQuote(anchor, editedQuote, source.findDocument);
    const original = document?.text.slice(anchor.start, anchor.end) ?? anchor.quote;
    // A quotation that its source no longer bears out is printed as it was made, and says so.
    const text = status === 'edited' ? (editedQuote ?? anchor.quote) : anchor.quote;
    const citation =
      (document
        ? formatCitation(citePlace(document, place), citationFormat)
        : '出处不在本资料包中') + statusWarning(status);
    return {
      text,
      runs: status === 'edited' ? quoteDifference(original, text) : [{ kind: 'same', text }],
      status,
      place,
      citation,
      noteNumber: null,
    };
  }

  function write(anchor: Anchor, editedQuote: string | null): Quotation {
    const quotation = quote(anchor, editedQuote);
    if (citationStyle === 'inline') return quotation;
    notes.push(quotation.citation);
    return { ...quotation, noteNumber: notes.length };
  }

  return { write, writeCell: (anchor) => quote(anchor, null), notes };
}

function statusWarning(status: Quotation['status']): string {
  switch (status) {
    case 'equal':
    case 'missing':
      return '';
    case 'edited':
      return '（引文有改动）';
    case 'different':
      return '（引文与现行文本不一致）';
    default:
      return assertNever(status);
  }
}

type ItemContext = {
  readonly cite: QuotationWriter;
  readonly numbers: ReturnType<typeof countOutline>;
  readonly source: ComposeSource;
  readonly copy: HandoutCopy;
};

/** Null for what this copy does not hold. */
function composeItem(item: HandoutItem, context: ItemContext): ModelBlock | null {
  const isFacilitator = context.copy === 'facilitator';
  switch (item.kind) {
    case 'heading': {
      const level = outlineLevel(item.level);
      return {
        kind: 'heading',
        level,
        number: context.numbers.heading(level),
        text: item.text,
        minutes: isFacilitator ? item.minutes : null,
      };
    }
    case 'excerpt':
      return {
        kind: 'excerpt',
        quotation: context.cite.write(item.anchor, item.editedQuote),
        note: excerptNote(item, context),
      };
    case 'question':
      return {
        kind: 'question',
        number: context.numbers.question(),
        text: item.text,
        answer: isFacilitator && item.answer !== '' ? item.answer : null,
      };
    case 'note':
      if (item.isPrivate && !isFacilitator) return null;
      return { kind: 'note', text: item.text, isPrivate: item.isPrivate };
    case 'comparison':
      return comparisonTable(item, context.cite);
    case 'tasks':
      return {
        kind: 'table',
        title: item.title,
        header: ['任务', '牵头', '参与', '出处'],
        widths: [46, 16, 19, 19],
        rows: item.anchors.map((anchor) =>
          taskRow(context.cite.writeCell(anchor), context.source.findDocument(anchor.documentId)),
        ),
      };
    case 'lines':
      return { kind: 'lines', count: item.count };
    case 'page_break':
      return { kind: 'page_break' };
    default:
      return assertNever(item);
  }
}

function outlineLevel(level: number): OutlineLevel {
  if (level <= 1) return 1;
  if (level === 2) return 2;
  return level === 3 ? 3 : 4;
}

function excerptNote(
  item: Extract<HandoutItem, { kind: 'excerpt' }>,
  context: ItemContext,
): string | null {
  if (!item.withNote || item.annotationId === null) return null;
  const note = context.source.findNote(item.annotationId);
  if (note === null || note.text === '') return null;
  return note.isPrivate && context.copy === 'members' ? null : note.text;
}

function comparisonTable(
  item: Extract<HandoutItem, { kind: 'comparison' }>,
  cite: QuotationWriter,
): ModelBlock {
  return {
    kind: 'table',
    title: item.title,
    header: ['项目', '原文', '出处'],
    widths: [20, 54, 26],
    rows: item.rows.map((row) => {
      const quotation = cite.writeCell(row.anchor);
      return [
        { kind: 'text', text: row.label },
        { kind: 'quotation', quotation },
        { kind: 'text', text: quotation.citation },
      ];
    }),
  };
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
