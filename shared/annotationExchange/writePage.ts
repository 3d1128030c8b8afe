import { assertNever } from '../domain/result.ts';
import type { PackInfo } from '../domain/pack.ts';
import { CONTEXT, sourceOf, urnOf, type AnnotationPage, type PageItem } from './annotationPage.ts';
import { idOf, type AnnotationStates, type ExchangedAnnotation } from './exchangedAnnotation.ts';

/** Writes annotations as JSON-LD; the same annotations always give the same text. */
export function writePage(
  pack: Pick<PackInfo, 'packId' | 'version'>,
  states: AnnotationStates,
): string {
  const ordered = [...states.values()].toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
  const page: AnnotationPage = {
    '@context': [...CONTEXT],
    type: 'AnnotationPage',
    'yandu:pack': { id: pack.packId, version: pack.version },
    items: ordered.flatMap((state) =>
      state.kind === 'live' ? [itemOf(pack.packId, state.annotation)] : [],
    ),
    'yandu:tombstones': ordered.flatMap((state) =>
      state.kind === 'deleted' ? [{ id: urnOf(state.id), deleted: state.deletedAt }] : [],
    ),
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function itemOf(packId: string, annotation: ExchangedAnnotation): PageItem {
  const { note, author } = annotation;
  return {
    id: urnOf(annotation.id),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    ...(author !== null && { creator: { type: 'Person', name: author } }),
    body: [
      ...(note === ''
        ? []
        : [
            {
              type: 'TextualBody' as const,
              purpose: 'commenting' as const,
              format: 'text/markdown' as const,
              value: note,
            },
          ]),
      ...annotation.tags.map((value) => ({
        type: 'TextualBody' as const,
        purpose: 'tagging' as const,
        value,
      })),
    ],
    target: targetOf(packId, annotation),
    'yandu:pigment': annotation.pigment,
    'yandu:noteType': annotation.type,
    'yandu:private': annotation.isPrivate,
  };
}

function targetOf(packId: string, { target }: ExchangedAnnotation): PageItem['target'] {
  switch (target.kind) {
    case 'passage': {
      const { anchor } = target;
      return {
        source: sourceOf(packId, anchor.documentId),
        selector: [
          { type: 'TextPositionSelector', start: anchor.start, end: anchor.end },
          {
            type: 'TextQuoteSelector',
            exact: anchor.quote,
            prefix: anchor.prefix,
            suffix: anchor.suffix,
          },
        ],
        'yandu:segment': {
          id: anchor.segmentId,
          start: anchor.segmentStart,
          hash: anchor.segmentHash,
          laterHashes: [...anchor.laterSegmentHashes],
          sectionKey: anchor.sectionKey,
          packVersion: anchor.packVersion,
        },
      };
    }
    case 'section':
      return {
        source: sourceOf(packId, target.documentId),
        'yandu:sectionKey': target.sectionKey,
      };
    case 'document':
      return { source: sourceOf(packId, target.documentId) };
    case 'free':
      return { source: sourceOf(packId, null) };
    default:
      return assertNever(target);
  }
}
