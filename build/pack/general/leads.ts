// Sentences that open a paragraph and say what it is about, set bold in the reader.

import type { DraftRange } from '../draft.ts';
import { type Block, placeIn } from './markdownBlocks.ts';
import { numberingOf } from './numbering.ts';

const DASH = /^[—－-]{2,}\s*/u;
const MARK = /\p{P}/u;
const SENTENCE_UNITS = 24;
const SERIES = 3;

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

/**
 * Leads of a series without bold type: at least three paragraphs that all open with one short sentence
 * (政府推动，市场主导。充分发挥…). Null where the series is none.
 */
export function seriesLeads(texts: readonly string[]): readonly DraftRange[] | null {
  if (texts.length < SERIES) return null;
  const leads: DraftRange[] = [];
  for (const text of texts) {
    const start = wordsStart(text);
    const stop = text.indexOf('。', start) + 1;
    if (stop === 0 || stop - start > SENTENCE_UNITS || stop === text.length) return null;
    leads.push({ start, end: stop });
  }
  return leads;
}
