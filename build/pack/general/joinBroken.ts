// Paragraphs that a page cut in two become one again. What a cut leaves behind: a first half without a
// final mark, or with a bracket or quotation still open.

import { concat } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';
import { closingBracket } from './closingBracket.ts';
import type { Block } from './markdownBlocks.ts';
import { numberingOf } from './numbering.ts';

const PAIRS = ['（）', '()', '“”', '《》', '〈〉', '【】', '「」'] as const;
const FINAL = /[。！？!?；;：:…]["”’）)】》」]*$/u;
const CONTINUES = /[，、,]$/u;
/** 委员长， 副委员长若干人，: lines of a list, not halves of a sentence. */
const LIST_LINE = /^\p{Script=Han}{1,10}[，,]$/u;
const FORMULA = /[＝=]/u;
const PROSE_UNITS = 20;

/** Blocks with the broken ones joined; headings are never part of a paragraph. */
export function joinBroken(
  blocks: readonly Block[],
  isHeading: (block: Block) => boolean,
): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before === undefined || isHeading(before) || isHeading(block) || !isCut(before, block)) {
      joined.push(block);
      continue;
    }
    joined[joined.length - 1] = {
      ...before,
      text: settleSpace(concat([before.text, block.text])),
      bold: [...before.bold, ...block.bold],
    };
  }
  return joined;
}

function isCut(before: Block, after: Block): boolean {
  const head = before.text.text;
  const tail = after.text.text;
  if (closes(head, tail) && !/[。！？]$/u.test(head)) return true;
  if (numberingOf(tail) !== null || /^[—－-]{2}/u.test(tail)) return false;
  if (LIST_LINE.test(head) || FORMULA.test(head)) return false;
  if (CONTINUES.test(head)) return true;
  return isProse(head) && !isFinished(head);
}

/** A title has no sentences; a first half of a paragraph is long enough to have a comma. */
function isProse(text: string): boolean {
  return text.length >= PROSE_UNITS && /[，。；：,;:]/u.test(text);
}

/** At a final mark, or at a bracket of its own behind one: "。（市科技局牵头）". */
function isFinished(text: string): boolean {
  if (FINAL.test(text)) return true;
  const bracket = closingBracket(text);
  return bracket !== null && (bracket.start === 0 || FINAL.test(text.slice(0, bracket.start)));
}

/** True when `head` leaves a pair open and `tail` closes it; widths of brackets may differ. */
function closes(head: string, tail: string): boolean {
  const open = depths(head);
  const close = depths(tail);
  return open.some((depth, pair) => depth > 0 && (close[pair] ?? 0) < 0);
}

/** For each kind of pair: opened and not closed (positive), or closed and not opened (negative). */
function depths(text: string): readonly number[] {
  const counts = PAIRS.map(([open = '', close = '']) => {
    const opened = text.split(open).length;
    return opened - text.split(close).length;
  });
  const [wide = 0, narrow = 0, ...others] = counts;
  return [wide + narrow, ...others];
}
