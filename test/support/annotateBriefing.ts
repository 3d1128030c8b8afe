import { randomUUID } from 'node:crypto';
import { putAnnotation } from '../../electron/db/own/annotation.ts';
import type { BriefingDb } from '../../electron/db/briefing/briefingDb.ts';
import { findDocumentContent } from '../../electron/db/reading.ts';
import { findTagByName, putTag } from '../../electron/db/own/tag.ts';
import { makeAnchor } from '../../shared/anchoring/makeAnchor.ts';
import { noteTypes, pigments, type Annotation } from '../../shared/domain/annotation.ts';
import {
  annotationIdSchema,
  isoTimeSchema,
  tagIdSchema,
  type DocumentId,
} from '../../shared/domain/ids.ts';

/** Characters of a mark. */
const MARK_LENGTH = 12;

/**
 * Spreads `count` marks evenly over a document: every third with a note, every fifth with a tag, in all
 * colours and types. Times are a minute apart. No step of it can be undone.
 */
export function annotateBriefing(db: BriefingDb, documentId: DocumentId, count: number): void {
  const content = findDocumentContent(db, documentId);
  if (content === null) throw new Error(`no document ${documentId}`);
  const { document, text, segments } = content;
  const source = { document: { id: document.id, text, segments }, packVersion: 1 };
  const bodies = segments.filter(({ start, end }) => end - start > MARK_LENGTH * 2);
  const tag = findTagByName(db, '会前必读') ?? {
    id: tagIdSchema.parse(randomUUID()),
    name: '会前必读',
  };
  db.transaction(() => {
    putTag(db, tag);
    for (let index = 0; index < count; index += 1) {
      const round = Math.floor(index / bodies.length);
      const segment = bodies[Math.floor((index * bodies.length) / count) % bodies.length];
      if (segment === undefined) throw new Error('nothing to mark');
      const start = Math.min(segment.start + round * MARK_LENGTH, segment.end - MARK_LENGTH);
      const anchor = makeAnchor(source, { start, end: start + MARK_LENGTH });
      if (anchor === null) throw new Error(`no place for a mark in ${segment.id}`);
      const at = isoTimeSchema.parse(
        new Date(Date.UTC(2026, 10, 20) + index * 60_000).toISOString(),
      );
      const annotation: Annotation = {
        id: annotationIdSchema.parse(randomUUID()),
        target: { kind: 'passage', anchor },
        pigment: pigments[index % pigments.length] ?? 'gamboge',
        note: index % 3 === 0 ? `第${String(index + 1)}条：会上可问**落实的时间**和牵头部门。` : '',
        type: noteTypes[index % (noteTypes.length + 1)] ?? null,
        isPrivate: false,
        tagIds: index % 5 === 0 ? [tag.id] : [],
        author: null,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      putAnnotation(db, annotation);
    }
  })();
}
