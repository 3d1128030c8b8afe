import type { Anchor, Annotation } from '../domain/annotation.ts';
import type { HandoutItem } from '../domain/handout.ts';
import type { AnnotationId } from '../domain/ids.ts';

/** The marks that items of handouts quote already: as an excerpt, or with their passage as the row of a table. */
export function usedAnnotations(
  annotations: readonly Annotation[],
  items: readonly HandoutItem[],
): ReadonlySet<AnnotationId> {
  const excerpts = items.flatMap((item) =>
    item.kind === 'excerpt' && item.annotationId !== null ? [item.annotationId] : [],
  );
  const rows = new Set(items.flatMap(rowsOf).map(placeName));
  const gathered = annotations.flatMap(({ id, target }) =>
    target.kind === 'passage' && rows.has(placeName(target.anchor)) ? [id] : [],
  );
  return new Set([...excerpts, ...gathered]);
}

function rowsOf(item: HandoutItem): readonly Anchor[] {
  if (item.kind === 'comparison') return item.rows.map((row) => row.anchor);
  return item.kind === 'tasks' ? item.anchors : [];
}

function placeName({ documentId, start, end }: Anchor): string {
  return `${documentId} ${String(start)} ${String(end)}`;
}
