import type { Annotation } from '../domain/annotation.ts';
import type { Handout } from '../domain/handout.ts';
import type { DocumentId } from '../domain/ids.ts';

/** The documents that a handout quotes, each once. */
export function quotedDocuments({ items }: Handout): readonly DocumentId[] {
  const anchors = items.flatMap((item) => {
    switch (item.kind) {
      case 'excerpt':
        return [item.anchor];
      case 'comparison':
        return item.rows.map((row) => row.anchor);
      case 'tasks':
        return item.anchors;
      default:
        return [];
    }
  });
  return [...new Set(anchors.map(({ documentId }) => documentId))];
}

/** The documents that annotations stand on, each once. */
export function annotatedDocuments(annotations: readonly Annotation[]): readonly DocumentId[] {
  const ids = annotations.flatMap(({ target }) => {
    if (target.kind === 'passage') return [target.anchor.documentId];
    return target.kind === 'free' ? [] : [target.documentId];
  });
  return [...new Set(ids)];
}
