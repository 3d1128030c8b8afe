// The handout as plain text: same words, same order, for a mail or a phone.

import { assertNever } from '../domain/result.ts';
import type {
  HandoutModel,
  ModelBlock,
  ModelCell,
  ModelNote,
  ModelTable,
  Quotation,
  QuoteRun,
} from './handoutModel.ts';
import { handoutWords as words } from './handoutWords.ts';
import { plainCharacters } from '../text/plainCharacters.ts';
import { plainRows } from './plainRows.ts';

const indent = '　　';

/** Lines end in LF; blocks are set apart by an empty line. */
export function handoutText(model: HandoutModel): string {
  const head = [
    model.statusLine,
    model.title,
    ...model.subtitles,
    model.totalMinutes === null ? null : words.total(model.totalMinutes),
  ].filter((line) => line !== null);
  const notes =
    model.notes.length === 0
      ? []
      : [
          [
            words.sources,
            ...model.notes.map((note, index) => `[${String(index + 1)}] ${note}`),
          ].join('\n'),
        ];
  const parts = [head.join('\n'), ...model.blocks.map(blockText), ...notes];
  return `${plainCharacters(parts.join('\n\n'))}\n`;
}

function blockText(block: ModelBlock): string {
  switch (block.kind) {
    case 'heading':
      return (
        block.number + block.text + (block.minutes === null ? '' : words.minutes(block.minutes))
      );
    case 'excerpt':
      return [
        excerptText(block.quotation),
        ...(block.note === null ? [] : [noteText(block.note)]),
      ].join('\n');
    case 'question':
      return [
        indented(block.number + block.text),
        ...(block.answer === null ? [] : [indented(words.answer + block.answer)]),
      ].join('\n');
    case 'note':
      return indented((block.isPrivate ? words.privateNote : '') + block.text);
    case 'table':
      return tableText(block);
    case 'attendance':
      return block.rows
        .map(({ label, names }) => indent + label + (names === '' ? '＿'.repeat(20) : names))
        .join('\n');
    case 'lines':
      return Array.from({ length: block.count }, () => '＿'.repeat(28)).join('\n');
    case 'page_break':
      return '＊　＊　＊';
    default:
      return assertNever(block);
  }
}

function excerptText(quotation: Quotation): string {
  const quoted = indented(quotation.runs.map(runText).join(''));
  return quotation.noteNumber === null
    ? `${quoted}\n${indent}${words.citationDash}${quotation.citation}`
    : `${quoted}[${String(quotation.noteNumber)}]`;
}

function runText(run: QuoteRun): string {
  if (run.kind === 'same') return run.text;
  return run.kind === 'removed' ? `［删：${run.text}］` : `［增：${run.text}］`;
}

function tableText(table: ModelTable): string {
  const { title, sources, note } = table;
  return [
    ...(title === '' ? [] : [title]),
    ...plainRows(table, cellText).map((row) => row.join('\t')),
    ...sources.map((source) => indent + words.citationDash + source),
    ...(note === null ? [] : [noteText(note)]),
  ].join('\n');
}

function noteText(note: ModelNote): string {
  return note
    .map(({ isItem, runs }) => indent + (isItem ? '• ' : '') + runs.map((run) => run.text).join(''))
    .join('\n');
}

function cellText(cell: ModelCell): string {
  return cell.kind !== 'quotation' ? cell.text : cell.quotation.runs.map(runText).join('');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}
