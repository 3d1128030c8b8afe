// Lines of Markdown as blocks: markup taken out, what it said kept beside the text. Levels of Markdown
// headings made by OCR are random, so `hashes` says little more than "a heading".

import type { DraftRange, SourceLine } from '../draft.ts';
import { cut } from '../text/cut.ts';
import type { Ledger } from '../text/ledger.ts';
import type { MappedText } from '../text/mappedText.ts';
import { settleSpace } from '../text/settleSpace.ts';

export type Block = {
  readonly text: MappedText;
  /** How many # stood before it; 0 for plain lines. */
  readonly hashes: number;
  /** What was set bold, as ranges of SOURCE units: they survive joining. */
  readonly bold: readonly DraftRange[];
};

/** One block a line; empty lines are left out. */
export function markdownBlocks(lines: readonly SourceLine[], ledger: Ledger): readonly Block[] {
  return lines.flatMap((line): Block[] => {
    const hashes = /^\s*(#*)/u.exec(line.text.text)?.[1]?.length ?? 0;
    const bold = boldRanges(line.text);
    const bare = cut(line.text, /^\s*#+/gu, 'heading_markup', ledger);
    const text = settleSpace(cut(bare, /\*\*/gu, 'emphasis_markup', ledger));
    return text.text === '' ? [] : [{ text, hashes, bold }];
  });
}

function boldRanges(piece: MappedText): readonly DraftRange[] {
  return [...piece.text.matchAll(/\*\*(?<inner>.+?)\*\*/gu)].flatMap((match): DraftRange[] => {
    const first = sourceAt(piece, match.index + 2);
    const last = sourceAt(piece, match.index + match[0].length - 3);
    return first === null || last === null ? [] : [{ start: first, end: last + 1 }];
  });
}

function sourceAt(piece: MappedText, at: number): number | null {
  const origin = piece.origins.find((one) => one.start <= at && at < one.start + one.length);
  return origin === undefined ? null : origin.source + at - origin.start;
}

/** The units of a piece that came from a range of source units; null when none did. */
export function placeIn(piece: MappedText, source: DraftRange): DraftRange | null {
  let start = Infinity;
  let end = -1;
  for (const origin of piece.origins) {
    const from = Math.max(origin.source, source.start);
    const to = Math.min(origin.source + origin.length, source.end);
    if (from >= to) continue;
    start = Math.min(start, origin.start + from - origin.source);
    end = Math.max(end, origin.start + to - origin.source);
  }
  return end < 0 ? null : { start, end };
}
