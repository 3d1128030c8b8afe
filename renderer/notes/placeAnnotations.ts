// Where each annotation stands in the open edition. Placed + to review + gone = all marks: none is left out.

import type { Annotation } from '../../shared/domain/annotation.ts';
import type { Resolution } from '../../shared/anchoring/resolveAnchor.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import { assertNever } from '../../shared/domain/result.ts';

export type Standing =
  | { readonly kind: 'placed'; readonly place: Place }
  | { readonly kind: 'review'; readonly place: Place; readonly text: string }
  | { readonly kind: 'gone' }
  /** A note that belongs to no passage. */
  | { readonly kind: 'unmarked' };

export type StandingAnnotation = { readonly annotation: Annotation; readonly standing: Standing };

/** `resolutions` hold those made on another edition; every other one stands where its anchor says. */
export function placeAnnotations(
  annotations: readonly Annotation[],
  resolutions: ReadonlyMap<AnnotationId, Resolution>,
): readonly StandingAnnotation[] {
  return annotations.map((annotation) => ({
    annotation,
    standing: standingOf(annotation, resolutions.get(annotation.id)),
  }));
}

function standingOf({ target }: Annotation, resolution: Resolution | undefined): Standing {
  if (target.kind !== 'passage') return { kind: 'unmarked' };
  if (resolution === undefined) {
    const { documentId, start, end } = target.anchor;
    return { kind: 'placed', place: { documentId, start, end } };
  }
  switch (resolution.status) {
    case 'unchanged':
    case 'moved':
      return { kind: 'placed', place: resolution.place };
    case 'changed':
      return { kind: 'review', ...resolution.proposal };
    case 'gone':
      return { kind: 'gone' };
    default:
      return assertNever(resolution);
  }
}
