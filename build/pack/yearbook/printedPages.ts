// A yearbook exported from its printed pages: a line of a column is followed by an empty one, the lines of a
// caption or a title are not, and the first line of a page begins with a space.

import type { SourceLine } from '../draft.ts';
import { joinWrapped } from '../join/joinWrapped.ts';
import type { Ledger } from '../text/ledger.ts';
import { cut } from '../text/cut.ts';
import type { MappedText } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';

/** Lines that stand together without an empty line between them. */
export type PrintedBlock = { readonly lines: readonly MappedText[] };

export type PrintedPage = { readonly blocks: readonly PrintedBlock[] };

/** A bracket at the right edge was set with a tab, which the export turned into U+FFFD. */
const LOST_TAB = /\ufffd/gu;

/** The pages of a source; nothing is taken out yet. */
export function printedPages(lines: readonly SourceLine[]): readonly PrintedPage[] {
  const pages: { blocks: { lines: MappedText[] }[] }[] = [];
  let isOpen = false;
  for (const { text } of lines) {
    if (text.text.trim() === '') {
      isOpen = false;
      continue;
    }
    if (pages.length === 0 || /^[ \f](?=\S)/u.test(text.text)) {
      pages.push({ blocks: [] });
      isOpen = false;
    }
    const page = pages.at(-1);
    if (isOpen) page?.blocks.at(-1)?.lines.push(text);
    else page?.blocks.push({ lines: [text] });
    isOpen = true;
  }
  return pages;
}

/** The block as one text, as it is shown; what the export left behind goes to the ledger. */
export function shownText(block: PrintedBlock, ledger: Ledger): MappedText {
  return settleSpace(joinWrapped(block.lines.map((line) => withoutTabs(line, ledger))));
}

/** A line without the marks of lost tabs. */
export function withoutTabs(line: MappedText, ledger: Ledger): MappedText {
  return cut(line, LOST_TAB, 'replacement_character', ledger);
}

/** The block's characters without white space and lost tabs, to compare and to classify. */
export function plainText(block: PrintedBlock): string {
  return block.lines
    .map((line) => line.text)
    .join('')
    .replace(/[\s\ufffd]+/gu, '');
}
