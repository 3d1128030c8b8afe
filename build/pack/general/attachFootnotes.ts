import type { DraftDetail, DraftSegment } from '../draft.ts';
import type { Footnote } from './takeFootnotes.ts';

/** Puts every footnote behind the segment that bore its mark, and the place of the mark into that segment. */
export function attachFootnotes(
  segments: readonly DraftSegment[],
  footnotes: readonly Footnote[],
): readonly DraftSegment[] {
  const byHost = new Map<number, { footnote: Footnote; offset: number }[]>();
  for (const footnote of footnotes) {
    const { host, offset } = placeOf(segments, footnote.markedAt);
    byHost.set(host, [...(byHost.get(host) ?? []), { footnote, offset }]);
  }
  return segments.flatMap((segment, index): readonly DraftSegment[] => {
    const own = byHost.get(index);
    if (own === undefined) return [segment];
    const footnoteMarks = own.map(({ footnote: { marker }, offset }) => ({ marker, offset }));
    const detail: DraftDetail = { ...segment.detail, footnoteMarks };
    return [{ ...segment, detail }, ...own.map(({ footnote }) => footnoteSegment(footnote))];
  });
}

function footnoteSegment({ marker, text }: Footnote): DraftSegment {
  return { kind: 'footnote', text, detail: { marker } };
}

/** Behind the last unit that stood before the mark in the source. */
function placeOf(segments: readonly DraftSegment[], markedAt: number) {
  let place = { host: 0, offset: 0, source: -1 };
  for (const [host, segment] of segments.entries()) {
    for (const origin of segment.text.origins) {
      if (origin.source >= markedAt) continue;
      const length = Math.min(origin.length, markedAt - origin.source);
      const source = origin.source + length;
      if (source > place.source) place = { host, offset: origin.start + length, source };
    }
  }
  return place;
}
