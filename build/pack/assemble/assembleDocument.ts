// Drafts become what is stored: one text, ids, section keys, paragraph numbers, document offsets.

import { createHash } from 'node:crypto';
import {
  type DocumentId,
  type SectionKey,
  type SegmentId,
  sectionKeySchema,
  segmentIdSchema,
} from '../../../shared/domain/ids.ts';
import type { Section } from '../../../shared/domain/document.ts';
import type { Segment, SegmentKind } from '../../../shared/domain/segment.ts';
import type { DraftDocument, DraftSegment } from '../draft.ts';
import { concat, made, type MappedText } from '../text/mappedText.ts';
import { placeDetail } from './placeDetail.ts';

export type AssembledDocument = {
  readonly text: MappedText;
  readonly segments: readonly Segment[];
  readonly sections: readonly Section[];
};

const cited: ReadonlySet<SegmentKind> = new Set(['paragraph', 'list_item', 'task', 'callout']);
const MAX_KEY_UNITS = 560;

type Placed = {
  readonly draft: DraftSegment;
  readonly start: number;
  readonly end: number;
  readonly sectionKey: SectionKey | null;
  readonly id: SegmentId;
};

/** Ids and keys depend on the headings above and the segment's own text alone, so they survive edits elsewhere. */
export function assembleDocument(documentId: DocumentId, draft: DraftDocument): AssembledDocument {
  const text = concat(
    draft.segments.flatMap((segment, ord) =>
      ord === 0 ? [segment.text] : [made('\n'), segment.text],
    ),
  );
  const placed = placeSegments(documentId, draft.segments);
  const sections = listSections(documentId, placed, text.text.length);
  let paragraphs = 0;
  const segments = placed.map((one, ord): Segment => {
    const isCited = cited.has(one.draft.kind);
    if (isCited) paragraphs += 1;
    return {
      id: one.id,
      documentId,
      ord,
      kind: one.draft.kind,
      level: one.draft.level ?? null,
      start: one.start,
      end: one.end,
      sectionKey: one.sectionKey,
      paragraphNumber: isCited ? paragraphs : null,
      hash: sha256(one.draft.text.text).slice(0, 32),
      detail: placeDetail(placed, ord),
    };
  });
  return { text, segments, sections };
}

function placeSegments(documentId: DocumentId, drafts: readonly DraftSegment[]): readonly Placed[] {
  const path: { level: number; title: string; key: SectionKey }[] = [];
  const keys = new Set<string>();
  const ids = new Map<string, number>();
  let at = 0;
  return drafts.map((draft): Placed => {
    const start = at;
    const end = start + draft.text.text.length;
    at = end + 1;
    if (draft.kind === 'heading') {
      const level = draft.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      const title = draft.text.text;
      path.push({ level, title, key: freshKey([...path.map((one) => one.title), title], keys) });
    }
    const sectionKey = path.at(-1)?.key ?? null;
    const seed = [documentId, sectionKey ?? '', draft.kind, draft.text.text].join('\n');
    const occurrence = (ids.get(seed) ?? 0) + 1;
    ids.set(seed, occurrence);
    const digest = sha256(occurrence === 1 ? seed : `${seed}\n${String(occurrence)}`);
    return { draft, start, end, sectionKey, id: segmentIdSchema.parse(`s${digest.slice(0, 12)}`) };
  });
}

/** `第一篇总则/第一章发展基础`; a path that occurs again gets `~2`, a very long one its digest at the end. */
function freshKey(path: readonly string[], taken: Set<string>): SectionKey {
  const whole = path.map((title) => title.replace(/[\s/]+/gu, '')).join('/');
  const base =
    whole.length <= MAX_KEY_UNITS
      ? whole
      : `${whole.slice(0, MAX_KEY_UNITS)}…${sha256(whole).slice(0, 12)}`;
  let key = base === '' ? '~' : base;
  for (let occurrence = 2; taken.has(key); occurrence += 1) key = `${base}~${String(occurrence)}`;
  taken.add(key);
  return sectionKeySchema.parse(key);
}

function listSections(
  documentId: DocumentId,
  placed: readonly Placed[],
  length: number,
): readonly Section[] {
  const headings = placed.filter((one) => one.draft.kind === 'heading');
  return headings.flatMap((heading, ord): Section[] => {
    if (heading.sectionKey === null) return [];
    const level = heading.draft.level ?? 1;
    const next = headings.slice(ord + 1).find((one) => (one.draft.level ?? 1) <= level);
    const parent = headings.slice(0, ord).findLast((one) => (one.draft.level ?? 1) < level);
    return [
      {
        documentId,
        ord,
        key: heading.sectionKey,
        parentKey: parent?.sectionKey ?? null,
        level,
        title: heading.draft.text.text,
        headingId: heading.id,
        start: heading.start,
        end: next === undefined ? length : next.start - 1,
      },
    ];
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
