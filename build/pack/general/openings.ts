// Run-in leads without bold type: a short sentence that opens a paragraph or an item with a dash and says
// what it is about (改革开放迈上新台阶。国务院批复同意…; ——开放引领。发挥中新合作优势…).

import type { DraftRange, DraftSegment } from '../draft.ts';
import { wordsStart } from './leads.ts';

const SENTENCE = /^[^。！？；：，]{4,30}。/u;
const DASHED_SENTENCE = /^[^。！？；]{4,40}。/u;
/** In a text written in leads at least this share of its long paragraphs has one. */
const SHARE = 1 / 3;
const LONG_UNITS = 60;

/** Marks them where a document is written that way; elsewhere a short first sentence is a sentence. */
export function markOpenings(segments: readonly DraftSegment[]): readonly DraftSegment[] {
  const prose = segments.filter(isLongProse);
  const leads = new Map(
    prose.flatMap((segment) => {
      const lead = openingOf(segment);
      return lead === null ? [] : [[segment, lead] as const];
    }),
  );
  if (leads.size < 3 || leads.size < prose.length * SHARE) return segments;
  return segments.map((segment) => {
    const lead = leads.get(segment);
    if (lead === undefined) return segment;
    return { ...segment, detail: { ...segment.detail, leads: [lead] } };
  });
}

function isLongProse({ kind, text, detail }: DraftSegment): boolean {
  const isProse = kind === 'paragraph' || (kind === 'list_item' && detail?.number === undefined);
  return isProse && detail?.leads === undefined && text.text.length >= LONG_UNITS;
}

function openingOf({ kind, text: { text } }: DraftSegment): DraftRange | null {
  const start = wordsStart(text);
  const pattern = kind === 'list_item' ? DASHED_SENTENCE : SENTENCE;
  const sentence = pattern.exec(text.slice(start))?.[0];
  if (sentence === undefined || start + sentence.length >= text.length) return null;
  return { start, end: start + sentence.length };
}
