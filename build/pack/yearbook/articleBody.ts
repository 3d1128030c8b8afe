// The columns of an article as paragraphs, headings and tables. Captions are lifted out of the sentences
// they interrupt and stand behind the paragraph.

import type { DraftSegment } from '../draft.ts';
import { numberingOf, rankOf } from '../general/numbering.ts';
import { outlineLevels } from '../general/outlineLevels.ts';
import { joinWrapped } from '../join/joinWrapped.ts';
import { lineWidth } from '../join/lineWidth.ts';
import { paragraphEnds } from '../join/paragraphEnds.ts';
import { endsSentence } from '../join/sentenceEnd.ts';
import { settleGapped } from '../join/settleGapped.ts';
import type { Ledger } from '../text/ledger.ts';
import { type MappedText, trim } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import type { PageItem } from './pageItems.ts';
import { shownText, withoutTabs } from './printedPages.ts';
import { tableByNumber } from './tableByNumber.ts';

const TABLE_TITLE = /^表\s*(?:\d+|[一二三四五六七八九十]+)(?![^。]*。)/u;
/** "制度创新  以需求出发": a short name, a wide space and what it is about. */
const GAPPED = /^\S{2,8}[\u2002\u2003\u3000]\s*\S/u;
const HEADING_UNITS = 40;
const SHORT = 0.75;
const FIRST_LEVEL = 2;

/** A segment and the number of lines that are read when it ends. */
type Part = { readonly end: number; readonly segment: DraftSegment };

/** The items of one article without its title, in reading order. */
export function articleBody(items: readonly PageItem[], ledger: Ledger): readonly DraftSegment[] {
  const lines: MappedText[] = [];
  const inserts: Part[] = [];
  for (const item of items) {
    if (item.kind === 'text') {
      lines.push(...item.block.lines);
    } else {
      const segment: DraftSegment = { kind: item.kind, text: shownText(item.block, ledger) };
      inserts.push({ end: lines.length, segment });
    }
  }
  const stops = new Set(inserts.map(({ end }) => end));
  const parts = withLevels(readParts(lines, stops, ledger));
  return [...parts, ...inserts.map((part) => behindItsPart(part, parts))]
    .sort((one, other) => one.end - other.end)
    .map(({ segment }) => segment);
}

function behindItsPart(insert: Part, parts: readonly Part[]): Part {
  const host = parts.find(({ end }) => end >= insert.end);
  return insert.end === 0 || host === undefined ? insert : { ...insert, end: host.end };
}

function readParts(
  lines: readonly MappedText[],
  stops: ReadonlySet<number>,
  ledger: Ledger,
): readonly Part[] {
  const parts: Part[] = [];
  let group = 0;
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || !TABLE_TITLE.test(line.text.trim())) continue;
    const stop = Math.min(...[...stops].filter((end) => end > at + 1), lines.length);
    const table = tableByNumber(lines.slice(at + 1, stop), ledger);
    if (table === null) continue;
    parts.push(...readColumn(lines, from, at, ledger));
    const title = settleGapped(withoutTabs(line, ledger));
    parts.push({ end: at + 1, segment: { kind: 'table_title', text: title, detail: { group } } });
    const segment = { ...table.segment, detail: { ...table.segment.detail, group } };
    group += 1;
    from = at + 1 + table.taken;
    parts.push({ end: from, segment });
    at = from - 1;
  }
  return [...parts, ...readColumn(lines, from, lines.length, ledger)];
}

/** The lines `[from, to)` as headings and paragraphs. */
function readColumn(
  lines: readonly MappedText[],
  from: number,
  to: number,
  ledger: Ledger,
): readonly Part[] {
  const column = lines.slice(from, to).map((line) => trim(withoutTabs(line, ledger)));
  const parts: Part[] = [];
  let start = 0;
  for (const [at, line] of column.entries()) {
    if (!isHeading(column, at)) continue;
    parts.push(...paragraphs(column.slice(start, at), from + start));
    const segment: DraftSegment = { kind: 'heading', text: settleGapped(line) };
    parts.push({ end: from + at + 1, segment });
    start = at + 1;
  }
  return [...parts, ...paragraphs(column.slice(start), from + start)];
}

function paragraphs(column: readonly MappedText[], from: number): readonly Part[] {
  const ends = paragraphEnds(column.map(({ text }) => text));
  const parts: Part[] = [];
  let start = 0;
  for (const [at, isEnd] of ends.entries()) {
    if (!isEnd) continue;
    const text = settleSpace(joinWrapped(column.slice(start, at + 1)));
    start = at + 1;
    if (text.text !== '') parts.push({ end: from + start, segment: { kind: 'paragraph', text } });
  }
  return parts;
}

/** Between two paragraphs, without a mark of a sentence, and numbered, gapped or far from filling the column. */
function isHeading(column: readonly MappedText[], at: number): boolean {
  const line = column[at]?.text ?? '';
  const above = column[at - 1]?.text;
  const below = column[at + 1]?.text;
  if (
    line === '' ||
    below === undefined ||
    line.length > HEADING_UNITS ||
    /[，。；：！？]/u.test(line)
  )
    return false;
  if (above !== undefined && !endsSentence(above) && !isHeading(column, at - 1)) return false;
  const numbering = numberingOf(line);
  if (numbering !== null && rankOf(numbering.style) < rankOf('digit')) return true;
  return GAPPED.test(line) || lineWidth(line) < SHORT * lineWidth(below);
}

function withLevels(parts: readonly Part[]): readonly Part[] {
  const headings = parts.filter(({ segment }) => segment.kind === 'heading');
  const levels = outlineLevels(
    headings.map((part) => {
      const before = parts[parts.indexOf(part) - 1];
      return { text: part.segment.text.text, followsHeading: before?.segment.kind === 'heading' };
    }),
  );
  return parts.map((part) => {
    const level = levels[headings.indexOf(part)];
    if (level === undefined) return part;
    return { ...part, segment: { ...part.segment, level: FIRST_LEVEL - 1 + level } };
  });
}
