// Leads without bold type show only where a whole series of paragraphs opens alike.

import type { DraftDetail, DraftRange, DraftSegment } from '../draft.ts';
import { wordsStart } from './leads.ts';

const SENTENCE_UNITS = 24;
const SERIES = 3;

/** Marks them in paragraphs under one heading, and in the numbered items of the whole stretch. */
export function addSeriesLeads(segments: readonly DraftSegment[]): readonly DraftSegment[] {
  const leads = new Map<DraftSegment, DraftDetail['leads']>();
  for (const group of seriesOf(segments)) {
    if (group.some((segment) => segment.detail?.leads !== undefined)) continue;
    const found = leadsOfSeries(group.map((segment) => segment.text.text));
    for (const [index, segment] of group.entries()) {
      const lead = found?.[index];
      if (lead !== undefined) leads.set(segment, [lead]);
    }
  }
  return segments.map((segment) => {
    const found = leads.get(segment);
    return found === undefined
      ? segment
      : { ...segment, detail: { ...segment.detail, leads: found } };
  });
}

function seriesOf(segments: readonly DraftSegment[]): readonly (readonly DraftSegment[])[] {
  const groups: DraftSegment[][] = [[]];
  for (const segment of segments) {
    if (segment.kind === 'heading') groups.push([]);
    if (segment.kind === 'paragraph') groups.at(-1)?.push(segment);
  }
  const items = segments.filter((segment) => segment.detail?.number !== undefined);
  return [...groups, items];
}

/**
 * Leads of a series without bold type: at least three paragraphs that all open with one short sentence
 * (政府推动，市场主导。充分发挥…). Null where the series is none.
 */
function leadsOfSeries(texts: readonly string[]): readonly DraftRange[] | null {
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
