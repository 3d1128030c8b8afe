// The handout as HTML: the body of the single-file export and of the page that is printed. No script.
// Places of quotations travel as data attributes, so that a file can be checked against its sources again.

import { assertNever } from '../domain/result.ts';
import type { HandoutModel, ModelBlock, ModelCell, Quotation } from './handoutModel.ts';
import { handoutWords as words } from './handoutWords.ts';
import { plainCharacters } from './plainCharacters.ts';

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
      return block.labels
        .map((label) => `<p class="attendance"><b>${escapeHtml(label)}</b><span></span></p>`)
        .join('\n');
    case 'lines':
      return '<div class="line"></div>\n'.repeat(block.count).trimEnd();
    case 'page_break':
      return '<div class="page-break"></div>';
    default:
      return assertNever(block);
  }
}

function excerptHtml(quotation: Quotation, note: string | null): string {
  const mark =
    quotation.noteNumber === null
      ? ''
      : `<sup><a href="#note-${String(quotation.noteNumber)}">${String(quotation.noteNumber)}</a></sup>`;
  const citation =
    quotation.noteNumber === null
      ? `\n<p class="citation">${escapeHtml(words.citationDash + quotation.citation)}</p>`
      : '';
  return `<blockquote ${placeAttributes(quotation)}>${quotationHtml(quotation, mark)}</blockquote>${citation}${labelled(words.prompt, note, 'note')}`;
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

function tableHtml(block: Extract<ModelBlock, { kind: 'table' }>): string {
  const caption = block.title === '' ? '' : `<caption>${escapeHtml(block.title)}</caption>`;
  const columns = block.widths.map((width) => `<col class="w${String(width)}">`).join('');
  const header = block.header.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const rows = block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');
  return `<table>${caption}<colgroup>${columns}</colgroup><thead><tr>${header}</tr></thead>\n<tbody>${rows}</tbody></table>`;
}

function cellHtml(cell: ModelCell): string {
  if (cell.kind === 'text') return `<td>${escapeHtml(cell.text)}</td>`;
  return `<td><div class="quotation" ${placeAttributes(cell.quotation)}>${quotationHtml(cell.quotation, '')}</div></td>`;
}

function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const items = notes.map(
    (note, index) => `<li id="note-${String(index + 1)}">${escapeHtml(note)}</li>`,
  );
  return `<section class="notes"><p class="notes-title">${words.sources}</p><ol>\n${items.join('\n')}\n</ol></section>`;
}
