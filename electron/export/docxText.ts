// Runs, paragraphs and quotations of a Word file.

import {
  Bookmark,
  Paragraph,
  Tab,
  TextRun,
  type IFontAttributesProperties,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { Quotation, QuoteRun } from '../../shared/handout/handoutModel.ts';
import { plainCharacters } from '../../shared/text/plainCharacters.ts';
import { styleTypeface, type DocxStyleId } from './docxStyles.ts';

/**
 * The Chinese typeface of a run. The hint sends what Latin and Chinese share (“ ” — …) to it; without
 * hint and name offices see those marks in a Latin face.
 */
export function runFont(style: DocxStyleId): IFontAttributesProperties {
  return { eastAsia: styleTypeface(style), hint: 'eastAsia' };
}

type RunFormat = Pick<IRunOptions, 'bold' | 'strike' | 'underline'>;

/** Text in the typeface of a style. Line feeds are set by the caller, as paragraphs. */
export function docxRuns(style: DocxStyleId, text: string, format: RunFormat = {}): TextRun[] {
  const parts = plainCharacters(text)
    .split(/(\t)/u)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? new Tab() : part));
  if (parts.length === 0) return [];
  return [new TextRun({ ...format, font: runFont(style), children: parts })];
}

/** One paragraph for each line of the text. */
export function plainParagraphs(style: DocxStyleId, text: string): Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ style, children: docxRuns(style, line) }));
}

/** Name of the bookmark around a part of a quotation: its line, and in a quoted table its cell too. */
export function quoteBookmark(number: number, line: number, cell?: number): string {
  const parts = [number, line, ...(cell === undefined ? [] : [cell])];
  return `_yandu_${parts.join('_')}`;
}

/** A bookmark a line: `_yandu_3_2` holds the second line of the third quotation; `mark` ends the last one. */
export function quotationParagraphs(
  style: DocxStyleId,
  quotation: Quotation,
  { number, mark }: { readonly number: number; readonly mark: readonly ParagraphChild[] },
): Paragraph[] {
  const lines = runsByLine(quotation.runs);
  return lines.map((runs, index) => {
    const line = new Bookmark({
      id: quoteBookmark(number, index + 1),
      children: runs.flatMap((run) => docxRuns(style, run.text, runFormat(run))),
    });
    const isLast = index === lines.length - 1;
    return new Paragraph({ style, children: [line, ...(isLast ? mark : [])] });
  });
}

function runFormat(run: QuoteRun): RunFormat {
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
