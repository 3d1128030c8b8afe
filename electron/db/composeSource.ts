import type { DocumentContent } from '../../shared/domain/document.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ComposeSource } from '../../shared/handout/composeSource.ts';
import { findAnnotation } from './own/annotation.ts';
import type { BriefingDb } from './briefing/briefingDb.ts';
import { findDocumentContent } from './reading.ts';

/** What handouts are composed from. Documents never change, so each is read and parsed once. */
export function composeSource(db: BriefingDb): ComposeSource {
  const known = new Map<DocumentId, DocumentContent | null>();
  const findDocument = (id: DocumentId): DocumentContent | null => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const content = findDocumentContent(db, id);
    known.set(id, content);
    return content;
  };
  return {
    findDocument,
    findNote(id) {
      const annotation = findAnnotation(db, id);
      return annotation && { text: annotation.note, isPrivate: annotation.isPrivate };
    },
  };
}
