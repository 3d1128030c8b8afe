// What stands on the pages: columns of text, captions with their credits, and the lines that say who
// contributed an article.

import { endsSentence } from '../join/sentenceEnd.ts';
import { concat, type MappedText, slice } from '../text/mappedText.ts';
import { plainText, type PrintedBlock, type PrintedPage } from './printedPages.ts';

/** `page` counts from 0; a `text` is a line of a column, or a title on several lines. */
export type PageItem = {
  readonly kind: 'text' | 'caption' | 'byline';
  readonly page: number;
  readonly block: PrintedBlock;
};

const CREDIT = /（[^（）]{1,30}(?:供稿|供图|提供|摄影|摄)）$/u;
/** "…成效400余篇次。� （园区经发委）": the bracket stands at the right edge, behind a lost tab or wide space. */
const CONTRIBUTOR = /^（[^（）。，]{2,30}）$/u;
const TAB = /[\ufffd\u2002\u2003\u3000]|\s{2}/u;
const SOURCE_NOTE = /^（(?:原载|转载|摘自|选自|节选自|来源|据)/u;
const NOTE_BLOCKS = 4;

/** Every block of the pages as one item or, where a contributor ends its last line, as two. */
export function pageItems(pages: readonly PrintedPage[]): readonly PageItem[] {
  const items: PageItem[] = [];
  for (const [page, { blocks }] of pages.entries()) {
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at];
      if (block === undefined) break;
      const note = isAfterSentence(items) ? sourceNote(blocks.slice(at, at + NOTE_BLOCKS)) : null;
      if (note !== null) {
        items.push({ kind: 'byline', page, block: note });
        at += note.lines.length - 1;
        continue;
      }
      items.push(...itemsOf(block, page, items));
    }
  }
  return items;
}

function itemsOf(block: PrintedBlock, page: number, before: readonly PageItem[]): PageItem[] {
  const plain = plainText(block);
  if (CREDIT.test(plain)) return [{ kind: 'caption', page, block }];
  const line = block.lines.at(-1);
  if (line === undefined) return [];
  const byline = contributorStart(line, before);
  if (byline === null) return [{ kind: 'text', page, block }];
  const rest = [...block.lines.slice(0, -1), slice(line, 0, byline)];
  const item: PageItem = { kind: 'byline', page, block: { lines: [slice(line, byline)] } };
  const hasText = rest.some(({ text }) => /[^\s\ufffd]/u.test(text));
  // What the export left before the bracket belongs to the bracket where nothing else stands there.
  if (!hasText) return [{ kind: 'byline', page, block: { lines: [concat(block.lines)] } }];
  return [{ kind: 'text', page, block: { lines: rest } }, item];
}

/** Where the contributor's bracket begins in a line; null where it names none. */
function contributorStart(line: MappedText, before: readonly PageItem[]): number | null {
  const text = line.text.trimEnd();
  const bracket = text.lastIndexOf('（');
  if (bracket < 0 || !CONTRIBUTOR.test(text.slice(bracket))) return null;
  let end = bracket;
  while (end > 0 && /[\s\ufffd]/u.test(text.charAt(end - 1))) end -= 1;
  const hasTab = TAB.test(text.slice(end, bracket));
  const isBehindSentence =
    end === 0 ? hasTab || isAfterSentence(before) : hasTab && endsSentence(text.slice(0, end));
  return isBehindSentence ? bracket : null;
}

/** "（原载…《深圳特区报》，记者：" and "窦延文）": the blocks begin with a bracket of its own. */
function sourceNote(blocks: readonly PrintedBlock[]): PrintedBlock | null {
  const first = blocks[0];
  if (first === undefined || !SOURCE_NOTE.test(plainText(first))) return null;
  const lines: MappedText[] = [];
  for (const block of blocks) {
    if (block.lines.length !== 1) return null;
    lines.push(...block.lines);
    const plain = plainText(block);
    if (plain.endsWith('）')) return { lines };
    if (plain.includes('）')) return null;
  }
  return null;
}

function isAfterSentence(items: readonly PageItem[]): boolean {
  const last = items.findLast((item) => item.kind !== 'caption');
  return last?.kind === 'text' && endsSentence(plainText(last.block));
}
