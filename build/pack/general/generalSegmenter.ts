// Plans, laws, opinions, reports: everything no other segmenter recognises.

import type { DraftDocument, DraftSegment, Segmenter, SourceLine } from '../draft.ts';
import type { Ledger } from '../text/ledger.ts';
import { takeBoxes } from './boxes.ts';
import { attachFootnotes } from './attachFootnotes.ts';
import { isBodyHeading, isLineOfItsOwn, lineSegment, titleLength } from './bodyLines.ts';
import { isoDate } from './isoDate.ts';
import { joinAnnexTitles } from './headingBlocks.ts';
import { joinBroken } from './joinBroken.ts';
import { joinMeasured } from './joinMeasured.ts';
import { type Block, markdownBlocks } from './markdownBlocks.ts';
import { markOpenings } from './openings.ts';
import { numberingOf } from './numbering.ts';
import { outlineLevels } from './outlineLevels.ts';
import { findPipeTables, pipeTable } from './pipeTable.ts';
import { addSeriesLeads } from './seriesLeads.ts';
import { stripNoise } from './stripNoise.ts';
import { findTabTables, type LineRange, tabTable } from './tabTable.ts';
import { takeFootnotes } from './takeFootnotes.ts';
import { titleText } from './titleText.ts';

export const generalSegmenter: Segmenter = {
  name: 'general',
  recognises: () => true,
  segment: ({ lines, ledger }) => [documentOf(lines, ledger)],
};

/** The lines between a title and the text. */
const HEAD_SEGMENTS = 8;

/** A block still to be classified, or a segment that is known already. */
type Item = Block | DraftSegment;

function isBlock(item: Item): item is Block {
  return 'hashes' in item;
}

function documentOf(all: readonly SourceLine[], ledger: Ledger): DraftDocument {
  const tables = [
    ...findTabTables(all).map((range) => ({ ...range, read: tabTable })),
    ...findPipeTables(all).map((range) => ({
      ...range,
      read: (lines: readonly SourceLine[], group: number) => pipeTable(lines, group, ledger),
    })),
  ].sort((one, other) => one.start - other.start);
  const isTable = (index: number): boolean => tables.some((range) => isIn(range, index));
  const { lines, footnotes } = takeFootnotes(stripNoise(all, ledger, isTable), ledger);
  const items: Item[] = [];
  let from = 0;
  for (const [group, table] of tables.entries()) {
    items.push(...proseItems(lines.slice(from, table.start), ledger, group * 1000));
    nameTable(items, group);
    items.push(table.read(lines.slice(table.start, table.end), group));
    from = table.end;
  }
  items.push(...proseItems(lines.slice(from), ledger, tables.length * 1000));
  const segments = attachFootnotes(
    markOpenings(addSeriesLeads(classify(items, ledger))),
    footnotes,
  ).filter((segment) => segment.text.text !== '');
  const date = enactedOn(segments.slice(0, HEAD_SEGMENTS));
  return {
    role: 'document',
    title: printedTitle(segments),
    ...(date !== null && { date }),
    segments,
  };
}

/** A text that opens with a numbered heading (第一章 总则) prints no title of its own. */
function printedTitle([first]: readonly DraftSegment[]): string | null {
  if (first?.kind !== 'heading' || first.level !== 1) return null;
  return numberingOf(first.text.text) === null ? first.text.text : null;
}

/** The first date of the lines under the title. */
function enactedOn(head: readonly DraftSegment[]): string | null {
  const dated = head.find((segment) => segment.kind === 'dateline')?.text.text ?? '';
  const printed = /^[（(]?(?<date>[^日]{6,14}日)/u.exec(dated)?.groups?.['date'];
  return printed === undefined ? null : isoDate(printed);
}

function isIn(range: LineRange, index: number): boolean {
  return range.start <= index && index < range.end;
}

/** Lines between two tables: boxes as segments, the rest as blocks with broken paragraphs joined. */
function proseItems(
  lines: readonly SourceLine[],
  ledger: Ledger,
  firstGroup: number,
): readonly Item[] {
  return takeBoxes(lines, ledger, firstGroup).flatMap((part): readonly Item[] => {
    if (part.kind === 'box') return part.segments;
    const blocks = markdownBlocks(joinMeasured(part.lines), ledger);
    return joinAnnexTitles(joinBroken(blocks, isLineOfItsOwn));
  });
}

/** The line 表1 … right above a table is its title. */
function nameTable(items: Item[], group: number): void {
  const last = items.at(-1);
  if (last === undefined || !isBlock(last) || !/^表\s*\d+/u.test(last.text.text)) return;
  items[items.length - 1] = { kind: 'table_title', text: last.text, detail: { group } };
}

/** The title as one block, and what stands below it. */
function takeTitle(items: readonly Item[]): readonly [title: Block | null, rest: readonly Item[]] {
  const end = items.findIndex((item) => !isBlock(item));
  const blocks = items.slice(0, end === -1 ? items.length : end).filter(isBlock);
  const length = titleLength(blocks);
  const [first] = blocks;
  if (first === undefined || length === 0) return [null, items];
  const text = titleText(blocks.slice(0, length).map((block) => block.text));
  return [{ ...first, text: length === 1 ? first.text : text }, items.slice(length)];
}

function classify(all: readonly Item[], ledger: Ledger): readonly DraftSegment[] {
  const [title, items] = takeTitle(all);
  const isSection = (item: Item | undefined): item is Block =>
    item !== undefined && isBlock(item) && isBodyHeading(item);
  const headings = items.flatMap((item, index) => {
    if (!isSection(item)) return [];
    return [
      { text: item.text.text, followsHeading: isSection(items[index - 1]), hashes: item.hashes },
    ];
  });
  const levels = outlineLevels(headings);
  const top = title === null ? 0 : 1;
  let seen = 0;
  const body = items.map((item, index): DraftSegment => {
    if (!isBlock(item)) return item;
    if (isSection(item)) {
      const level = Math.min(top + (levels[seen] ?? 1), 9);
      seen += 1;
      return { kind: 'heading', level, text: item.text };
    }
    const next = items[index + 1];
    return lineSegment(item, next !== undefined && isBlock(next) ? next : undefined, ledger);
  });
  return title === null ? body : [{ kind: 'heading', level: 1, text: title.text }, ...body];
}
