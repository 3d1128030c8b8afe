import { setImmediate } from 'node:timers/promises';
import { indexEdition } from '../../shared/anchoring/edition.ts';
import { resolveAnchor, type Resolution } from '../../shared/anchoring/resolveAnchor.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { listAnnotations } from './annotation.ts';
import type { BriefingDb } from './briefingDb.ts';
import { getPackVersion, listEditionDocuments } from './edition.ts';

/**
 * Where annotations made on another edition stand in this one. Those made on this one stand where
 * their anchor says and are not listed. Gives way to other work after each.
 */
export async function listResolutions(
  db: BriefingDb,
): Promise<{ readonly id: AnnotationId; readonly resolution: Resolution }[]> {
  const version = getPackVersion(db);
  const foreign = listAnnotations(db).flatMap(({ id, target }) =>
    target.kind === 'passage' && target.anchor.packVersion !== version
      ? [{ id, anchor: target.anchor }]
      : [],
  );
  if (foreign.length === 0) return [];
  const edition = indexEdition(listEditionDocuments(db));
  const resolutions: { readonly id: AnnotationId; readonly resolution: Resolution }[] = [];
  for (const { id, anchor } of foreign) {
    resolutions.push({ id, resolution: resolveAnchor(anchor, edition) });
    await setImmediate();
  }
  return resolutions;
}
