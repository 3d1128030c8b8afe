import type { Resolution } from '../../shared/anchoring/resolveAnchor.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { listAnnotations } from './annotation.ts';
import type { BriefingDb } from './briefingDb.ts';
import { getPackVersion } from './edition.ts';
import { givingWay, resolveAnchors } from './resolveAnchors.ts';

export type ResolvedAnnotation = { readonly id: AnnotationId; readonly resolution: Resolution };

/**
 * Where annotations made on another edition stand in this one. Those made on this one stand where
 * their anchor says and are not listed. Yields after each.
 */
export function* resolveAnnotations(db: BriefingDb): Generator<void, ResolvedAnnotation[]> {
  const version = getPackVersion(db);
  const foreign = listAnnotations(db).flatMap(({ id, target }) =>
    target.kind === 'passage' && target.anchor.packVersion !== version
      ? [[id, target.anchor] as const]
      : [],
  );
  const resolutions = yield* resolveAnchors(db, new Map(foreign));
  return [...resolutions].map(([id, resolution]) => ({ id, resolution }));
}

/** The same, giving way to other work after each. */
export function listResolutions(db: BriefingDb): Promise<ResolvedAnnotation[]> {
  return givingWay(resolveAnnotations(db));
}
