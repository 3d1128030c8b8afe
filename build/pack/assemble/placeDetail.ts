import type { SegmentId } from '../../../shared/domain/ids.ts';
import type { SegmentDetail } from '../../../shared/domain/segment.ts';
import type { DraftRange, DraftSegment } from '../draft.ts';

type Placed = { readonly draft: DraftSegment; readonly start: number; readonly id: SegmentId };

/** The detail of segment `ord` with document offsets, and with footnotes and their hosts linked. */
export function placeDetail(segments: readonly Placed[], ord: number): SegmentDetail {
  const segment = segments[ord];
  const draft = segment?.draft.detail;
  if (segment === undefined || draft === undefined) return {};
  const { leads, footnoteMarks, title, leadDepartments, participatingDepartments, cells, ...asIs } =
    draft;
  const move = <Range extends DraftRange>(range: Range): Range => ({
    ...range,
    start: range.start + segment.start,
    end: range.end + segment.start,
  });
  const host = draft.marker === undefined ? undefined : findHost(segments, ord, draft.marker);
  return {
    ...asIs,
    ...(leads && { leads: leads.map(move) }),
    ...(footnoteMarks && {
      footnoteMarks: footnoteMarks.flatMap(({ marker, offset }) => {
        const footnote = findFootnote(segments, ord, marker);
        if (footnote === undefined) return [];
        return [{ marker, offset: offset + segment.start, footnoteId: footnote.id }];
      }),
    }),
    ...(title && { title: move(title) }),
    ...(leadDepartments && { leadDepartments: leadDepartments.map(move) }),
    ...(participatingDepartments && {
      participatingDepartments: participatingDepartments.map(move),
    }),
    ...(cells && { cells: cells.map(move) }),
    ...(host && { host: host.id }),
  };
}

function bears(segment: Placed, marker: string): boolean {
  return segment.draft.detail?.footnoteMarks?.some((mark) => mark.marker === marker) ?? false;
}

function isFootnote(segment: Placed, marker: string): boolean {
  return segment.draft.kind === 'footnote' && segment.draft.detail?.marker === marker;
}

/** The nearest segment above that bears the mark. */
function findHost(segments: readonly Placed[], ord: number, marker: string): Placed | undefined {
  return segments.slice(0, ord).findLast((one) => bears(one, marker));
}

/** The nearest footnote below with this marker. */
function findFootnote(
  segments: readonly Placed[],
  ord: number,
  marker: string,
): Placed | undefined {
  return segments.slice(ord + 1).find((one) => isFootnote(one, marker));
}
