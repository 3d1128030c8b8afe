// The handout as HTML: the body of the single-file export and of the page that is printed. No script.
// Places of quotations travel as data attributes, so that a file can be checked against its sources again.

import { assertNever } from '../domain/result.ts';
import type {
  CellSpan,
  HandoutModel,
  ModelBlock,
  ModelCell,
  ModelNote,
  ModelRow,
  ModelTable,
  NoteRun,
  Quotation,
} from './handoutModel.ts';
import { handoutWords as words } from './handoutWords.ts';
import { plainCharacters } from '../text/plainCharacters.ts';

/** The `<article>` of a handout. */
export function handoutHtml(model: HandoutModel): string {
  return [
    '<article>',
    headHtml(model),
    ...model.blocks.map(blockHtml),
    notesHtml(model.notes),
    '</article>',
  ].join('\n');
}

/** Text made safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return plainCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function headHtml(model: HandoutModel): string {
  return [
    model.statusLine === null ? '' : `<p class="status">${escapeHtml(model.statusLine)}</p>`,
    `<h1>${escapeHtml(model.title)}</h1>`,
    ...model.subtitles.map((line) => `<p class="subtitle">${escapeHtml(line)}</p>`),
    model.totalMinutes === null
      ? ''
      : `<p class="subtitle">${escapeHtml(words.total(model.totalMinutes))}</p>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function blockHtml(block: ModelBlock): string {
  switch (block.kind) {
    case 'heading': {
      // The document's title is h1, so that the outline of the file begins there.
      const tag = `h${String(block.level + 1)}`;
      const minutes =
        block.minutes === null
          ? ''
          : `<span class="minutes">${escapeHtml(words.minutes(block.minutes))}</span>`;
      return `<${tag}>${escapeHtml(block.number + block.text)}${minutes}</${tag}>`;
    }
    case 'excerpt':
      return excerptHtml(block.quotation, block.note);
    case 'question':
      return (
        paragraphs(block.number + block.text, 'question') +
        labelled(words.answer, block.answer, 'answer')
      );
    case 'note':
      return paragraphs((block.isPrivate ? words.privateNote : '') + block.text, 'note');
    case 'table':
      return tableHtml(block);
    case 'attendance':
      return block.rows.map(attendanceHtml).join('\n');
    case 'lines':
      return '<div class="line"></div>\n'.repeat(block.count).trimEnd();
    case 'page_break':
      return '<div class="page-break"></div>';
    default:
      return assertNever(block);
  }
}

function excerptHtml(quotation: Quotation, note: ModelNote | null): string {
  const mark =
    quotation.noteNumber === null
      ? ''
      : // The word joiner keeps the mark on the line of the last character.
        `<sup>&#8288;<a href="#note-${String(quotation.noteNumber)}">${String(quotation.noteNumber)}</a></sup>`;
  const citation = quotation.noteNumber === null ? `\n${citationHtml(quotation.citation)}` : '';
  return `<blockquote ${placeAttributes(quotation)}>${quotationHtml(quotation, mark)}</blockquote>${citation}${noteHtml(note)}`;
}

function citationHtml(citation: string): string {
  return `<p class="citation">${escapeHtml(words.citationDash + citation)}</p>`;
}

function placeAttributes({ place, status }: Quotation): string {
  return `data-document="${escapeHtml(place.documentId)}" data-start="${String(place.start)}" data-end="${String(place.end)}" data-status="${status}"`;
}

/** One `<p>` a line of the quotation; `mark` is set after the last character. */
function quotationHtml(quotation: Quotation, mark: string): string {
  const runs = quotation.runs.map((run) => {
    const text = escapeHtml(run.text);
    // A run over several lines is closed and opened again around each line end.
    const wrap = (part: string): string => {
      if (run.kind === 'same' || part === '') return part;
      return run.kind === 'removed' ? `<del>${part}</del>` : `<ins>${part}</ins>`;
    };
    return text.split('\n').map(wrap).join('\n');
  });
  return `<p dir="auto">${runs.join('').split('\n').join('</p>\n<p dir="auto">')}${mark}</p>`;
}

function paragraphs(text: string, className: string): string {
  return text
    .split('\n')
    .map((line) => `<p class="${className}" dir="auto">${escapeHtml(line)}</p>`)
    .join('\n');
}

function labelled(label: string, text: string | null, className: string): string {
  return text === null ? '' : `\n${paragraphs(label + text, className)}`;
}

function noteHtml(note: ModelNote | null): string {
  if (note === null) return '';
  const lines = note.map(({ isItem, runs }, at) => {
    if (!isItem) return `<p class="note" dir="auto">${runs.map(noteRunHtml).join('')}</p>`;
    const opening = note[at - 1]?.isItem === true ? '' : '<ul class="note">';
    const closing = note[at + 1]?.isItem === true ? '' : '</ul>';
    return `${opening}<li dir="auto">${runs.map(noteRunHtml).join('')}</li>${closing}`;
  });
  return `\n${lines.join('\n')}`;
}

function noteRunHtml({ isStrong, text }: NoteRun): string {
  return isStrong ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
}

function attendanceHtml({ label, names }: { label: string; names: string }): string {
  const named = names === '' ? '<span class="blank"></span>' : `<span>${escapeHtml(names)}</span>`;
  return `<div class="attendance"><b>${escapeHtml(label)}</b>${named}</div>`;
}

function tableHtml(table: ModelTable): string {
  const caption = table.title === '' ? '' : `<caption>${escapeHtml(table.title)}</caption>`;
  const columns = table.widths.map((width) => `<col class="w${String(width)}">`).join('');
  const head =
    table.head.length === 0
      ? ''
      : `<thead>${table.head.map((row) => rowHtml(row, 'th')).join('\n')}</thead>`;
  const body = table.body.map(({ quotation, rows }) => {
    const place = quotation === null ? '' : ` ${placeAttributes(quotation)}`;
    return `<tbody${place}>${rows.map((row) => rowHtml(row, 'td')).join('\n')}</tbody>`;
  });
  const place = table.quotation === null ? '' : ` ${placeAttributes(table.quotation)}`;
  return [
    `<table${place}>${caption}<colgroup>${columns}</colgroup>${head}`,
    `${body.join('\n')}</table>`,
    ...table.sources.map((source) => citationHtml(source)),
  ]
    .join('\n')
    .concat(noteHtml(table.note));
}

function rowHtml(row: ModelRow, tag: 'td' | 'th'): string {
  return `<tr>${row.map((cell) => cellHtml(cell, tag)).join('')}</tr>`;
}

/** The cells of a quoted table are marked, so that a re-check can tell them from labels beside them. */
function cellHtml(cell: ModelCell, tag: 'td' | 'th'): string {
  if (cell.kind === 'quotation') {
    return `<${tag}><div class="quotation" ${placeAttributes(cell.quotation)}>${quotationHtml(cell.quotation, '')}</div></${tag}>`;
  }
  const quoted = cell.kind === 'part' ? ' class="q"' : '';
  const scope = tag === 'th' ? ' scope="col"' : '';
  return `<${tag}${quoted}${scope}${spanAttributes(cell)}>${escapeHtml(cell.text)}</${tag}>`;
}

function spanAttributes({ rowSpan, columnSpan }: CellSpan): string {
  const rows = rowSpan === 1 ? '' : ` rowspan="${String(rowSpan)}"`;
  return columnSpan === 1 ? rows : `${rows} colspan="${String(columnSpan)}"`;
}

function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const items = notes.map(
    (note, index) => `<li id="note-${String(index + 1)}">${escapeHtml(note)}</li>`,
  );
  return `<section class="notes"><p class="notes-title">${words.sources}</p><ol>\n${items.join('\n')}\n</ol></section>`;
}
