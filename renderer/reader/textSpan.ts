// Everything that can lie over the text of a segment.

import type { Segment } from '../../shared/domain/segment.ts';
import type { AnnotationSpan } from '../text/annotationSpan.ts';

export type HitSpan = {
  readonly kind: 'hit';
  readonly start: number;
  readonly end: number;
  readonly isCurrent: boolean;
};

export type TextSpan =
  | HitSpan
  | { readonly kind: 'lead'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'department';
      readonly start: number;
      readonly end: number;
      readonly isLead: boolean;
    }
  | { readonly kind: 'part'; readonly start: number; readonly end: number; readonly name: string }
  | {
      readonly kind: 'annotation';
      readonly start: number;
      readonly end: number;
      readonly annotation: AnnotationSpan;
    };

/** What the pack itself says of a segment's text: leads, departments, the title of a box. */
export function ownSpans({ detail }: Segment): readonly TextSpan[] {
  return [
    ...(detail.leads ?? []).map((range) => ({ kind: 'lead' as const, ...range })),
    ...(detail.leadDepartments ?? []).map((range) => ({
      kind: 'department' as const,
      isLead: true,
      ...range,
    })),
    ...(detail.participatingDepartments ?? []).map((range) => ({
      kind: 'department' as const,
      isLead: false,
      ...range,
    })),
    ...(detail.title ? [{ kind: 'part' as const, name: 'title', ...detail.title }] : []),
  ];
}
