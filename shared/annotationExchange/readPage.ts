import { annotationSchema, type AnnotationTarget } from '../domain/annotation.ts';
import { annotationIdSchema, documentIdSchema, type AnnotationId } from '../domain/ids.ts';
import type { PackId } from '../domain/ids.ts';
import { parseJson } from '../text/parseJson.ts';
import { annotationPageSchema, sourceOf, type ParsedItem } from './annotationPage.ts';
import type { AnnotationState, AnnotationStates } from './exchangedAnnotation.ts';
import { laterOf } from './mergeStates.ts';

const exchangedSchema = annotationSchema.unwrap().omit({ tagIds: true, deletedAt: true });

export type ReadPage =
  | { readonly status: 'read'; readonly packId: PackId; readonly states: AnnotationStates }
  | { readonly status: 'unreadable' };

/** Reads a file that `writePage` wrote, here or elsewhere. All of it or nothing: a broken file changes nothing. */
export function readPage(text: string): ReadPage {
  const page = annotationPageSchema.safeParse(parseJson(text));
  if (!page.success) return { status: 'unreadable' };
  const packId = page.data['yandu:pack'].id;
  const states = new Map<AnnotationId, AnnotationState>();
  const add = (id: AnnotationId, state: AnnotationState): void => {
    const known = states.get(id);
    states.set(id, known === undefined ? state : laterOf(known, state));
  };
  for (const item of page.data.items) {
    const state = stateOf(packId, item);
    if (state === null) return { status: 'unreadable' };
    add(state.annotation.id, state);
  }
  for (const { id, deleted } of page.data['yandu:tombstones']) {
    const annotationId = annotationIdSchema.parse(id);
    add(annotationId, { kind: 'deleted', id: annotationId, deletedAt: deleted });
  }
  return { status: 'read', packId, states };
}

function stateOf(
  packId: PackId,
  item: ParsedItem,
): Extract<AnnotationState, { kind: 'live' }> | null {
  const target = targetOf(packId, item.target);
  if (target === null) return null;
  const tags = item.body.flatMap((body) => (body.purpose === 'tagging' ? [body.value] : []));
  const annotation = exchangedSchema.safeParse({
    id: item.id,
    target,
    pigment: item['yandu:pigment'],
    note: item.body.find((body) => body.purpose === 'commenting')?.value ?? '',
    type: item['yandu:noteType'],
    isPrivate: item['yandu:private'],
    author: item.creator?.name ?? null,
    createdAt: item.created,
    updatedAt: item.modified,
  });
  if (!annotation.success) return null;
  if ((annotation.data.pigment === null) === (target.kind === 'passage')) return null;
  return {
    kind: 'live',
    annotation: { ...annotation.data, tags: [...new Set(tags)].toSorted() },
  };
}

function targetOf(packId: PackId, target: ParsedItem['target']): AnnotationTarget | null {
  if (target.source === sourceOf(packId, null)) return { kind: 'free' };
  const prefix = `${sourceOf(packId, null)}:`;
  const documentId = documentIdSchema.safeParse(target.source.slice(prefix.length));
  if (!target.source.startsWith(prefix) || !documentId.success) return null;
  if ('yandu:sectionKey' in target) {
    const sectionKey = target['yandu:sectionKey'];
    return { kind: 'section', documentId: documentId.data, sectionKey };
  }
  if (!('selector' in target)) return { kind: 'document', documentId: documentId.data };
  const [position, quote] = target.selector;
  if (position.end - position.start !== quote.exact.length) return null;
  const segment = target['yandu:segment'];
  return {
    kind: 'passage',
    anchor: {
      documentId: documentId.data,
      start: position.start,
      end: position.end,
      quote: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      segmentId: segment.id,
      segmentStart: segment.start,
      segmentHash: segment.hash,
      laterSegmentHashes: segment.laterHashes,
      sectionKey: segment.sectionKey,
      packVersion: segment.packVersion,
    },
  };
}
