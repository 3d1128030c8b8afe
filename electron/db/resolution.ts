import { setImmediate } from 'node:timers/promises';
import { indexEdition } from '../../shared/anchoring/edition.ts';
import { resolveAnchor, type Resolution } from '../../shared/anchoring/resolveAnchor.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { listAnnotations } from './annotation.ts';
import type { BriefingDb } from './briefingDb.ts';
import { getPackVersion, listEditionDocuments } from './edition.ts';

export type ResolvedAnnotation = { readonly id: AnnotationId; readonly resolution: Resolution };

/**
 * Where annotations made on another edition stand in this one. Those made on this one stand where
 * their anchor says and are not listed. Yields after each.
 */
export function* resolveAnnotations(db: BriefingDb): Generator<void, ResolvedAnnotation[]> {
  const version = getPackVersion(db);
  const foreign = listAnnotations(db).flatMap(({ id, target }) =>
    target.kind === 'passage' && target.anchor.packVersion !== version
      ? [{ id, anchor: target.anchor }]
      : [],
  );
  if (foreign.length === 0) return [];
  const edition = indexEdition(listEditionDocuments(db));
  const resolutions: ResolvedAnnotation[] = [];
  for (const { id, anchor } of foreign) {
    resolutions.push({ id, resolution: resolveAnchor(anchor, edition) });
    yield;
  }
  return resolutions;
}

/** The same, giving way to other work after each. */
export async function listResolutions(db: BriefingDb): Promise<ResolvedAnnotation[]> {
  const resolving = resolveAnnotations(db);
  for (;;) {
    const step = resolving.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
