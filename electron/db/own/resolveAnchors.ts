import { setImmediate } from 'node:timers/promises';
import { indexEdition } from '../../../shared/anchoring/edition.ts';
import { resolveAnchor, type Resolution } from '../../../shared/anchoring/resolveAnchor.ts';
import type { Anchor } from '../../../shared/domain/annotation.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { listEditionDocuments, readsAsAnchored } from './edition.ts';

/**
 * Where anchors stand in the open edition. Those made on it stand where they say; the others are looked
 * for. Yields after each of these.
 */
export function* resolveAnchors<Key>(
  db: BriefingDb,
  anchors: ReadonlyMap<Key, Anchor>,
): Generator<void, ReadonlyMap<Key, Resolution>> {
  const isAsAnchored = readsAsAnchored(db);
  const resolutions = new Map<Key, Resolution>();
  const foreign: [Key, Anchor][] = [];
  for (const [key, anchor] of anchors) {
    if (isAsAnchored(anchor)) {
      const { documentId, start, end } = anchor;
      resolutions.set(key, { status: 'unchanged', place: { documentId, start, end } });
    } else foreign.push([key, anchor]);
  }
  if (foreign.length === 0) return resolutions;
  const edition = indexEdition(listEditionDocuments(db));
  for (const [key, anchor] of foreign) {
    resolutions.set(key, resolveAnchor(anchor, edition));
    yield;
  }
  return resolutions;
}

/** Does work in steps, with room for other work after each. */
export async function givingWay<Done>(work: Generator<void, Done>): Promise<Done> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
