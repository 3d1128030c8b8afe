// Where annotations of another edition stand in this one: found once, then stored.

import type { Resolution } from '../../../shared/anchoring/resolveAnchor.ts';
import type { Anchor, Annotation } from '../../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { resolutionSchema } from '../../../shared/ipc/annotating.ts';
import { listAnnotations } from './annotation.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { readsAsAnchored } from './edition.ts';
import { givingWay, resolveAnchors } from './resolveAnchors.ts';

type Foreign = { readonly id: AnnotationId; readonly anchor: Anchor };
export type FoundResolution = Foreign & { readonly resolution: Resolution };
export type ResolvedAnnotation = Pick<FoundResolution, 'id' | 'resolution'>;

/**
 * Where annotations made on another edition stand in this one. Those made on this one stand where
 * their anchor says and are not listed. What was not resolved yet (imported, restored) is now, and
 * stored. Yields after each.
 */
export function* resolveAnnotations(db: BriefingDb): Generator<void, ResolvedAnnotation[]> {
  const foreign = listForeign(listAnnotations(db), db);
  const stored = loadResolutions(db);
  const isStored = ({ id, anchor }: Foreign): boolean =>
    stored.get(id)?.anchor === JSON.stringify(anchor);
  const missing = foreign.filter((one) => !isStored(one));
  const found = yield* resolveIn(db, missing);
  if (db.open) storeResolutions(db, found);
  const fresh = new Map(found.map(({ id, resolution }) => [id, resolution]));
  return foreign.flatMap(({ id }) => {
    const resolution = fresh.get(id) ?? stored.get(id)?.resolution;
    return resolution === undefined ? [] : [{ id, resolution }];
  });
}

/** The same, giving way to other work after each. */
export function listResolutions(db: BriefingDb): Promise<ResolvedAnnotation[]> {
  return givingWay(resolveAnnotations(db));
}

/** Resolves what was made on other editions than `target`'s, giving way to other work; null when stale. */
export function resolveForeign(
  annotations: readonly Annotation[],
  target: BriefingDb,
  isStale: () => boolean,
): Promise<readonly FoundResolution[] | null> {
  const foreign = listForeign(annotations, target);
  return givingWay(endingWhen(isStale, resolveIn(target, foreign)));
}

/** The same at once, for the few that were made or moved since `found`. */
export function resolveRest(
  annotations: readonly Annotation[],
  target: BriefingDb,
  found: readonly FoundResolution[],
): readonly FoundResolution[] {
  const anchors = new Map(found.map(({ id, anchor }) => [id, JSON.stringify(anchor)]));
  const rest = listForeign(annotations, target).filter(
    ({ id, anchor }) => anchors.get(id) !== JSON.stringify(anchor),
  );
  if (rest.length === 0) return found;
  const ids = new Set(rest.map(({ id }) => id));
  const others = found.filter(({ id }) => !ids.has(id));
  return [...others, ...runAtOnce(resolveIn(target, rest))];
}

function* resolveIn(
  db: BriefingDb,
  foreign: readonly Foreign[],
): Generator<void, readonly FoundResolution[]> {
  const resolutions = yield* resolveAnchors(
    db,
    new Map(foreign.map(({ id, anchor }) => [id, anchor])),
  );
  return foreign.flatMap((one) => {
    const resolution = resolutions.get(one.id);
    return resolution === undefined ? [] : [{ ...one, resolution }];
  });
}

/** The same work, given up with null as soon as nobody wants it. */
function* endingWhen<Done>(
  isStale: () => boolean,
  work: Generator<void, Done>,
): Generator<void, Done | null> {
  while (!isStale()) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield;
  }
  return null;
}

function runAtOnce<Done>(work: Generator<void, Done>): Done {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Stores what was found, unless the annotation has been erased meanwhile. */
export function storeResolutions(db: BriefingDb, found: readonly FoundResolution[]): void {
  if (found.length === 0) return;
  const put = db.prepare<{ id: AnnotationId; anchor: string; found: string }>(
    `INSERT INTO resolution (annotation_id, anchor, found)
     SELECT @id, @anchor, @found WHERE EXISTS (SELECT 1 FROM annotation WHERE id = @id)
     ON CONFLICT (annotation_id) DO UPDATE SET anchor = excluded.anchor, found = excluded.found`,
  );
  db.transaction(() => {
    for (const { id, anchor, resolution } of found) {
      put.run({ id, anchor: JSON.stringify(anchor), found: JSON.stringify(resolution) });
    }
  })();
}

/** Forgets what was found or decided, so that the passage is looked for anew. */
export function forgetResolution(db: BriefingDb, id: AnnotationId): void {
  db.prepare('DELETE FROM resolution WHERE annotation_id = ?').run(id);
}

function listForeign(annotations: readonly Annotation[], db: BriefingDb): readonly Foreign[] {
  const isAsAnchored = readsAsAnchored(db);
  return annotations.flatMap(({ id, target }) =>
    target.kind === 'passage' && !isAsAnchored(target.anchor)
      ? [{ id, anchor: target.anchor }]
      : [],
  );
}

function loadResolutions(
  db: BriefingDb,
): ReadonlyMap<AnnotationId, { readonly anchor: string; readonly resolution: Resolution }> {
  type Row = { readonly id: AnnotationId; readonly anchor: string; readonly found: string };
  const rows = db
    .prepare<[], Row>('SELECT annotation_id AS id, anchor, found FROM resolution')
    .all();
  return new Map(
    rows.map(({ id, anchor, found }) => [
      id,
      { anchor, resolution: resolutionSchema.parse(JSON.parse(found)) },
    ]),
  );
}
