import type { DraftRange, DraftSegment } from '../draft.ts';

const OPENING = /^[^\p{P}\s]{4,16}。(?=.)/u;
const SERIES = 3;

/**
 * Marks run-in leads (打造一流的创新园区。坚持…): at least three paragraphs of the document open with one
 * short sentence without a comma. A single one is a sentence like others.
 */
export function markOpeningSentences(segments: readonly DraftSegment[]): readonly DraftSegment[] {
  const leads = new Map<DraftSegment, DraftRange>();
  for (const segment of segments) {
    if (segment.kind !== 'paragraph' || segment.detail?.leads !== undefined) continue;
    const sentence = OPENING.exec(segment.text.text)?.[0];
    if (sentence !== undefined) leads.set(segment, { start: 0, end: sentence.length });
  }
  if (leads.size < SERIES) return segments;
  return segments.map((segment) => {
    const lead = leads.get(segment);
    return lead === undefined
      ? segment
      : { ...segment, detail: { ...segment.detail, leads: [lead] } };
  });
}
