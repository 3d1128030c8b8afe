import { createHash } from 'node:crypto';
import { documentContentSchema, type DocumentContent } from '../../shared/domain/document.ts';
import type { SegmentDetail, SegmentKind } from '../../shared/domain/segment.ts';

type SegmentDraft = {
  readonly kind: SegmentKind;
  readonly text: string;
  readonly level?: number;
  /** Offsets in here count from the start of the segment. */
  readonly detail?: SegmentDetail;
};

type DocumentDraft = {
  readonly id: string;
  readonly ord?: number;
  readonly title?: string;
  /** 内部资料, 征求意见稿 … */
  readonly status?: string;
  readonly segments: readonly SegmentDraft[];
};

const numbered: readonly SegmentKind[] = ['paragraph', 'list_item', 'task', 'callout'];

/** A document as a pack would hold it, from the texts of its segments. */
export function makeDocument({
  id,
  ord = 0,
  title = id,
  status,
  segments,
}: DocumentDraft): DocumentContent {
  const text = segments.map((segment) => segment.text).join('\n');
  const open: { key: string; level: number }[] = [];
  const sections: Record<string, unknown>[] = [];
  let start = 0;
  let paragraph = 0;

  const rows = segments.map((draft, index) => {
    const end = start + draft.text.length;
    const segmentId = `${id}.s${index + 1}`;
    if (draft.kind === 'heading') {
      const level = draft.level ?? 1;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const parentKey = open.at(-1)?.key ?? null;
      const key = parentKey === null ? draft.text : `${parentKey}/${draft.text}`;
      open.push({ key, level });
      sections.push({
        documentId: id,
        ord: sections.length,
        key,
        parentKey,
        level,
        title: draft.text,
        headingId: segmentId,
        start,
        end: text.length,
      });
    }
    const isNumbered = numbered.includes(draft.kind);
    if (isNumbered) paragraph += 1;
    const row = {
      id: segmentId,
      documentId: id,
      ord: index,
      kind: draft.kind,
      level: draft.kind === 'heading' ? (draft.level ?? 1) : null,
      start,
      end,
      sectionKey: open.at(-1)?.key ?? null,
      paragraphNumber: isNumbered ? paragraph : null,
      hash: createHash('sha256').update(draft.text).digest('hex').slice(0, 32),
      detail: shift(draft.detail ?? {}, start),
    };
    start = end + 1;
    return row;
  });

  return documentContentSchema.parse({
    document: {
      id,
      ord,
      role: 'document',
      title,
      shortTitle: title,
      issuer: null,
      author: null,
      date: null,
      status: status ?? null,
      sourceName: `${id}.txt`,
      length: text.length,
      paragraphCount: paragraph,
    },
    text,
    sections: withEnds(sections, text.length),
    segments: rows,
  });
}

/** A section reaches to the next heading of the same or a higher rank. */
function withEnds(sections: readonly Record<string, unknown>[], length: number): unknown[] {
  return sections.map((section, index) => {
    const next = sections
      .slice(index + 1)
      .find((other) => Number(other['level']) <= Number(section['level']));
    return { ...section, end: next ? Number(next['start']) : length };
  });
}

function shift(detail: SegmentDetail, by: number): unknown {
  const moved: unknown = JSON.parse(
    JSON.stringify(detail, (key, value: unknown) =>
      ['start', 'end', 'offset'].includes(key) && typeof value === 'number' ? value + by : value,
    ),
  );
  return moved;
}
