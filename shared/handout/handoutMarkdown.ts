// The handout as CommonMark, with the tables and footnotes of GitHub's dialect. Every character of the text
// that could be read as markup is escaped, so that a renderer shows the source's own glyphs.

import { assertNever } from '../domain/result.ts';
import { escapeMarkdown, strongMarkdown } from '../text/markdown.ts';
import type {
  HandoutModel,
  ModelBlock,
  ModelCell,
  ModelNote,
  ModelTable,
  NoteRun,
  Quotation,
} from './handoutModel.ts';
import { handoutWords as words } from './handoutWords.ts';
import { plainRows } from './plainRows.ts';

/** The whole file as text; lines end in LF. */
export function handoutMarkdown(model: HandoutModel): string {
  const head = [
    `# ${oneLine(model.title)}`,
    ...(model.statusLine === null ? [] : [`**${oneLine(model.statusLine)}**`]),
    ...model.subtitles.map(oneLine),
    ...(model.totalMinutes === null ? [] : [words.total(model.totalMinutes)]),
  ];
  const notes = model.notes.map((note, index) => `[^${String(index + 1)}]: ${oneLine(note)}`);
  return `${[...head, ...model.blocks.map(blockMarkdown), ...notes].join('\n\n')}\n`;
}

function blockMarkdown(block: ModelBlock): string {
  switch (block.kind) {
    case 'heading': {
      const minutes = block.minutes === null ? '' : words.minutes(block.minutes);
      return `${'#'.repeat(block.level + 1)} ${oneLine(block.number + block.text + minutes)}`;
    }
    case 'excerpt':
      return [
        quotationMarkdown(block.quotation),
        ...(block.note === null ? [] : [noteMarkdown(block.note)]),
      ].join('\n\n');
    case 'question':
      return [
        paragraphs(block.number + block.text),
        ...(block.answer === null ? [] : [paragraphs(words.answer + block.answer)]),
      ].join('\n\n');
    case 'note':
      return paragraphs((block.isPrivate ? words.privateNote : '') + block.text);
    case 'table':
      return tableMarkdown(block);
    case 'attendance':
      return block.rows
        .map(
          ({ label, names }) => `**${oneLine(label)}**${names === '' ? blank(20) : oneLine(names)}`,
        )
        .join('\n\n');
    case 'lines':
      return Array.from({ length: block.count }, () => blank(28)).join('\n\n');
    case 'page_break':
      return '---';
    default:
      return assertNever(block);
  }
}

function quotationMarkdown(quotation: Quotation): string {
  const mark = quotation.noteNumber === null ? '' : `[^${String(quotation.noteNumber)}]`;
  const lines = (runsMarkdown(quotation) + mark).split('\n').map((line) => `> ${line}`);
  const citation =
    quotation.noteNumber === null
      ? ['>', `> ${oneLine(words.citationDash + quotation.citation)}`]
      : [];
  return [lines.join('\n>\n'), ...citation].join('\n');
}

function runsMarkdown(quotation: Quotation): string {
  return quotation.runs
    .map((run) => {
      const wrap = (part: string): string => {
        const text = escapeMarkdown(part);
        if (run.kind === 'same' || text === '') return text;
        return run.kind === 'removed' ? `<del>${text}</del>` : `<ins>${text}</ins>`;
      };
      return run.text.split('\n').map(wrap).join('\n');
    })
    .join('');
}

function noteMarkdown(note: ModelNote): string {
  return note
    .map(({ isItem, runs }, at) => {
      const line = (isItem ? '- ' : '') + runs.map(noteRunMarkdown).join('');
      if (at === 0) return line;
      return (isItem && note[at - 1]?.isItem === true ? '\n' : '\n\n') + line;
    })
    .join('');
}

function noteRunMarkdown({ isStrong, text }: NoteRun): string {
  return isStrong ? strongMarkdown(text) : escapeMarkdown(text);
}

/** A table of this dialect has one header row and no merged cells: these become empty ones. */
function tableMarkdown(table: ModelTable): string {
  const rows = plainRows(table, cellMarkdown);
  const [header = [], ...others] =
    table.head.length === 0 ? [table.widths.map(() => ''), ...rows] : rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const lines = [line(header), line(header.map(() => '---')), ...others.map(line)];
  return [
    ...(table.title === '' ? [] : [`**${oneLine(table.title)}**`]),
    lines.join('\n'),
    ...table.sources.map((source) => oneLine(words.citationDash + source)),
    ...(table.note === null ? [] : [noteMarkdown(table.note)]),
  ].join('\n\n');
}

function cellMarkdown(cell: ModelCell): string {
  const text = cell.kind === 'quotation' ? runsMarkdown(cell.quotation) : escapeMarkdown(cell.text);
  return text.replaceAll('\n', '<br>');
}

/** A line to write on, as many characters long. */
function blank(length: number): string {
  return '\\_'.repeat(length);
}

function paragraphs(text: string): string {
  return text.split('\n').map(escapeMarkdown).join('\n\n');
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replaceAll('\n', ' '));
}
