// Blocks of a handout as paragraphs and tables of a Word file.

import {
  EndnoteIdReference,
  FootnoteReference,
  LeaderType,
  Paragraph,
  TextRun,
  TabStopType,
  type ParagraphChild,
  type Table,
} from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { HandoutModel, ModelBlock, Quotation } from '../../shared/handout/handoutModel.ts';
import { handoutWords as words } from '../../shared/handout/handoutWords.ts';
import { pageMeasures } from '../../shared/handout/pageMeasures.ts';
import { citationParagraph } from './docxCitation.ts';
import { docxTable } from './docxTable.ts';
import { noteParagraphs } from './docxNote.ts';
import { docxRuns, plainParagraphs, quotationParagraphs, runFont } from './docxText.ts';

export type DocxBody = {
  readonly children: readonly (Paragraph | Table)[];
  /** Every quotation in the order of its bookmark: `_yandu_1_…` is the first. */
  readonly quotations: readonly Quotation[];
};

/** The A4 page's width in twips. */
const PAGE_WIDTH = 11_906;

/** Sets a whole model; footnotes and endnotes are referred to by the numbers of `model.notes`. */
export function docxBody(model: HandoutModel): DocxBody {
  const quotations: Quotation[] = [];
  const { inner, outer } = pageMeasures[model.preset].margin;
  const setter: Setter = {
    placement: model.notePlacement,
    preset: model.preset,
    width: PAGE_WIDTH - Math.round(((inner + outer) * 1440) / 25.4),
    number(quotation) {
      quotations.push(quotation);
      return quotations.length;
    },
  };
  const children = [
    ...(model.statusLine === null ? [] : plainParagraphs('Status', model.statusLine)),
    ...plainParagraphs('Title', model.title),
    ...model.subtitles.flatMap((line) => plainParagraphs('Subtitle', line)),
    ...(model.totalMinutes === null
      ? []
      : plainParagraphs('Subtitle', words.total(model.totalMinutes))),
    ...plainParagraphs('Subtitle', ''),
    ...model.blocks.flatMap((block) => setBlock(block, setter)),
  ];
  return { children, quotations };
}

type Setter = {
  readonly placement: HandoutModel['notePlacement'];
  readonly preset: HandoutModel['preset'];
  /** Of the type area, in twips. */
  readonly width: number;
  readonly number: (quotation: Quotation) => number;
};

const headingStyles = ['Heading1', 'Heading2', 'Heading3', 'Heading4'] as const;

function setBlock(block: ModelBlock, setter: Setter): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const minutes = block.minutes === null ? '' : words.minutes(block.minutes);
      return plainParagraphs(
        headingStyles[block.level - 1] ?? 'Heading4',
        block.number + block.text.replaceAll('\n', ' ') + minutes,
      );
    }
    case 'excerpt':
      return [
        ...quotationParagraphs('Quote', block.quotation, {
          number: setter.number(block.quotation),
          mark: noteMark(block.quotation, setter),
        }),
        ...(block.quotation.noteNumber === null
          ? [citationParagraph(block.quotation.citation, setter)]
          : []),
        ...(block.note === null ? [] : noteParagraphs(block.note)),
      ];
    case 'question':
      return [
        ...plainParagraphs('Question', block.number + block.text),
        ...(block.answer === null ? [] : plainParagraphs('Answer', words.answer + block.answer)),
      ];
    case 'note':
      return plainParagraphs(
        'HandoutNote',
        (block.isPrivate ? words.privateNote : '') + block.text,
      );
    case 'table':
      return docxTable(block, setter);
    case 'attendance':
      return [
        ...block.rows.map((row) => attendanceLine(row, setter)),
        ...plainParagraphs('Subtitle', ''),
      ];
    case 'lines':
      // The border below a line is drawn between equal paragraphs too, so n lines need n paragraphs.
      return Array.from({ length: block.count }, () => new Paragraph({ style: 'WritingLine' }));
    case 'page_break':
      return [new Paragraph({ style: 'PageBreak' })];
    default:
      return assertNever(block);
  }
}

/** The reference to a footnote or endnote, set by Word itself as its number. */
function noteMark({ noteNumber }: Quotation, { placement }: Setter): readonly ParagraphChild[] {
  if (noteNumber === null) return [];
  const isFootnote = placement === 'footnote';
  return [
    new TextRun({
      style: isFootnote ? 'FootnoteReference' : 'EndnoteReference',
      font: runFont('Quote'),
      children: [
        isFootnote ? new FootnoteReference(noteNumber) : new EndnoteIdReference(noteNumber),
      ],
    }),
  ];
}

/** The names, or a rule to write them on: a tab with a leader up to the edge of the type area. */
function attendanceLine(row: { label: string; names: string }, { width }: Setter): Paragraph {
  const isBlank = row.names === '';
  const rule = { type: TabStopType.RIGHT, position: width, leader: LeaderType.UNDERSCORE };
  return new Paragraph({
    style: 'Attendance',
    ...(isBlank ? { tabStops: [rule] } : {}),
    children: [
      ...docxRuns('Status', row.label),
      ...docxRuns('Attendance', isBlank ? '\t' : row.names),
    ],
  });
}
