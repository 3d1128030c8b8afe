import { randomUUID } from 'node:crypto';
import { createAnnotatingHandlers } from '../../electron/features/annotating.ts';
import { createTaggingHandlers } from '../../electron/features/tagging.ts';
import type { BriefingDb } from '../../electron/db/briefingDb.ts';
import { findDocumentContent } from '../../electron/db/reading.ts';
import { noteTypes, pigments, type Annotation } from '../../shared/domain/annotation.ts';
import { annotationIdSchema, isoTimeSchema, type DocumentId } from '../../shared/domain/ids.ts';

/** Characters of a mark. */
const MARK_LENGTH = 12;

/**
 * Spreads `count` marks evenly over a document, as a reader would make them: every third with a note,
 * every fifth with a tag, in all colours and types. Times are a minute apart.
 */
export async function annotateBriefing(
  db: BriefingDb,
  documentId: DocumentId,
  count: number,
): Promise<readonly Annotation[]> {
  const content = findDocumentContent(db, documentId);
  if (content === null) throw new Error(`no document ${documentId}`);
  let minutes = 0;
  const deps = {
    db,
    now: () =>
      isoTimeSchema.parse(new Date(Date.UTC(2026, 10, 20) + minutes * 60_000).toISOString()),
    newId: randomUUID,
  };
  const { createAnnotation } = createAnnotatingHandlers(deps);
  const tag = await createTaggingHandlers(deps).createTag({ name: '会前必读' });
  if (!tag.ok) throw new Error(tag.code);
  const { changeAnnotation } = createAnnotatingHandlers(deps);
  const bodies = content.segments.filter(({ start, end }) => end - start > MARK_LENGTH * 2);
  const annotations: Annotation[] = [];
  for (let index = 0; index < count; index += 1) {
    minutes += 1;
    const round = Math.floor(index / bodies.length);
    const segment = bodies[Math.floor((index * bodies.length) / count) % bodies.length];
    if (segment === undefined) throw new Error('nothing to mark');
    const start = Math.min(segment.start + round * MARK_LENGTH, segment.end - MARK_LENGTH);
    const place = { documentId, start, end: start + MARK_LENGTH };
    const answer = await createAnnotation({
      id: annotationIdSchema.parse(randomUUID()),
      target: { kind: 'passage', place, quote: content.text.slice(place.start, place.end) },
      pigment: pigments[index % pigments.length] ?? 'gamboge',
      note: index % 3 === 0 ? `第${String(index + 1)}条：会上可问**落实的时间**和牵头部门。` : '',
      type: noteTypes[index % (noteTypes.length + 1)] ?? null,
    });
    if (!answer.ok) throw new Error(answer.code);
    annotations.push(answer.value);
    if (index % 5 !== 0) continue;
    await changeAnnotation({ id: answer.value.id, change: { tagIds: [tag.value.id] } });
  }
  return annotations;
}
