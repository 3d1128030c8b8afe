// Sentences that open a paragraph and say what it is about, set bold in the reader.

import type { DraftRange } from '../draft.ts';
import { type Block, placeIn } from './markdownBlocks.ts';
import { numberingOf } from './numbering.ts';

const DASH = /^[—－-]{2,}\s*/u;
const MARK = /\p{P}/u;

/** Where the words begin behind a number or a dash. */
export function wordsStart(text: string): number {
  return numberingOf(text)?.length ?? DASH.exec(text)?.[0].length ?? 0;
}

/** The bold runs of a paragraph that lead something; a paragraph that is bold as a whole has none. */
export function boldLeads(block: Block): readonly DraftRange[] {
  const text = block.text.text;
  const begin = wordsStart(text);
  const leads = block.bold.flatMap((source): DraftRange[] => {
    const place = placeIn(block.text, source);
    if (place === null) return [];
    const start = Math.max(place.start, begin);
    const opens = start === begin || /[。；”）]$/u.test(text.slice(0, start));
    const end = wholeWords(text, { start, end: place.end });
    return opens && end > start ? [{ start, end }] : [];
  });
  const last = leads.at(-1);
  return last !== undefined && /[^\p{P}\s]/u.test(text.slice(last.end)) ? leads : [];
}

/** A bold run that a page cut in the middle of a word ends at its last mark. */
function wholeWords(text: string, run: DraftRange): number {
  const isWhole =
    run.end >= text.length ||
    MARK.test(text.charAt(run.end)) ||
    MARK.test(text.charAt(run.end - 1));
  if (isWhole) return run.end;
  let end = run.end;
  while (end > run.start && !MARK.test(text.charAt(end - 1))) end -= 1;
  return end > run.start ? end : run.end;
}
