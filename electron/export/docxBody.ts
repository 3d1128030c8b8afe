// Blocks of a handout as paragraphs and tables of a Word file.

import {
  Bookmark,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type {
  HandoutModel,
  ModelBlock,
  ModelCell,
  Quotation,
  QuoteRun,
} from '../../shared/handout/handoutModel.ts';
import { handoutWords as words } from '../../shared/handout/handoutWords.ts';
import { pageMeasures } from '../../shared/handout/pageMeasures.ts';
import { plainCharacters } from '../../shared/handout/plainCharacters.ts';
import type { DocxStyleId } from './docxStyles.ts';

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

/**
 * A run of text. The hint sends what Latin and Chinese share (“ ” — …) to the East Asian typeface,
 * which stands in the style.
 */
function docxRuns(text: string, format: IRunOptions = {}): TextRun[] {
  const parts = plainCharacters(text)
    .split(/(\t)/u)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? new Tab() : part));
  if (parts.length === 0) return [];
  return [new TextRun({ ...format, font: { hint: 'eastAsia' }, children: parts })];
}

/** One paragraph for each line of the text. */
export function plainParagraphs(style: DocxStyleId, text: string): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ style, children: docxRuns(line) }));
}

type Setter = {
  readonly placement: HandoutModel['notePlacement'];
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
        ...setQuotation('Quote', block.quotation, setter),
        ...(block.quotation.noteNumber === null
          ? plainParagraphs('Citation', words.citationDash + block.quotation.citation)
          : []),
        ...(block.note === null ? [] : plainParagraphs('HandoutNote', words.prompt + block.note)),
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
      return setTable(block, setter);
    case 'attendance':
      return block.labels.flatMap((label) => plainParagraphs('Attendance', label));
    case 'lines':
      // The border below a line is drawn between equal paragraphs too, so n lines need n paragraphs.
      return Array.from({ length: block.count }, () => new Paragraph({ style: 'WritingLine' }));
    case 'page_break':
      return [new Paragraph({ style: 'Subtitle', pageBreakBefore: true })];
    default:
      return assertNever(block);
  }
}

/** A bookmark a line: `_yandu_3_2` holds the second line of the third quotation. */
function setQuotation(style: DocxStyleId, quotation: Quotation, setter: Setter): Paragraph[] {
  const number = setter.number(quotation);
  const lines = runsByLine(quotation.runs);
  return lines.map((runs, index) => {
    const line = new Bookmark({
      id: `_yandu_${String(number)}_${String(index + 1)}`,
      children: runs.flatMap((run) => docxRuns(run.text, runFormat(run))),
    });
    const isLast = index === lines.length - 1;
    const mark = isLast && quotation.noteNumber !== null ? [quotation.noteNumber] : [];
    return new Paragraph({
      style,
      children: [line, ...mark.map((note) => noteReference(note, setter))],
    });
  });
}

function noteReference(number: number, setter: Setter): ParagraphChild {
  if (setter.placement === 'footnote') return new FootnoteReferenceRun(number);
  // The library's type of a paragraph's children forgets endnotes; its paragraphs take them.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return new EndnoteReferenceRun(number);
}

function runFormat(run: QuoteRun): IRunOptions {
  switch (run.kind) {
    case 'same':
      return {};
    case 'removed':
      return { strike: true };
    case 'added':
      return { underline: {} };
    default:
      return assertNever(run.kind);
  }
}

function runsByLine(runs: readonly QuoteRun[]): readonly (readonly QuoteRun[])[] {
  const lines: QuoteRun[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ kind: run.kind, text });
    }
  }
  return lines;
}

function setTable(
  block: Extract<ModelBlock, { kind: 'table' }>,
  setter: Setter,
): (Paragraph | Table)[] {
  const widths = block.widths.map((share) => Math.floor((setter.width * share) / 100));
  const cell = (children: readonly Paragraph[], index: number): TableCell =>
    new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, children });
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.header.map((text, index) => cell(plainParagraphs('TableHead', text), index)),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((content, index) => cell(setCell(content, setter), index)),
      }),
  );
  return [
    ...(block.title === '' ? [] : plainParagraphs('Caption', block.title)),
    new Table({
      style: 'HandoutTable',
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows: [header, ...rows],
    }),
    ...plainParagraphs('Subtitle', ''),
  ];
}

function setCell(cell: ModelCell, setter: Setter): Paragraph[] {
  return cell.kind === 'text'
    ? plainParagraphs('TableText', cell.text)
    : setQuotation('TableText', cell.quotation, setter);
}
