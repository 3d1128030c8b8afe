import { annotationSchema, tagSchema } from '../../../shared/domain/annotation.ts';
import {
  annotationIdSchema,
  handoutIdSchema,
  type DocumentId,
  type IsoTime,
  type TagId,
} from '../../../shared/domain/ids.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { readingPlaceSchema } from '../../../shared/ipc/reading.ts';
import { findAnnotation, putAnnotation } from '../own/annotation.ts';
import { CHECK_KEY } from '../briefing/briefingCheck.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { ORIGIN_KEY } from '../briefing/briefingHead.ts';
import { findLength, hasDocument } from '../own/edition.ts';
import { findHandout, putHandout } from '../own/handout.ts';
import { addReadRanges } from '../own/readingPlace.ts';
import { insertRows, iterateRows, listOwnTables } from '../briefing/ownTables.ts';
import { findSetting, putSetting } from '../briefing/setting.ts';
import { findTag, findTagByName, putTag, removeTag } from '../own/tag.ts';

const placeRowSchema = readingPlaceSchema.unwrap().omit({ unitsRead: true });

/** Undo and redo of what is put together from pieces would make no sense; resolutions are found again. */
const leftOut: ReadonlySet<string> = new Set(['history_step', 'history_change', 'resolution']);
/** Those with a meaning of their own below; a table added later is taken over row by row. */
const understood: ReadonlySet<string> = new Set([
  ...['annotation', 'tag', 'annotation_tag', 'tombstone', 'handout', 'handout_item'],
  ...['setting', 'reading_place', 'read_range'],
]);

/**
 * Adds to a briefing what gathered tables hold. Of two states of the same annotation or handout the later
 * one stays; of two names of a tag, which know no time, the gathered one. Every row is read the way the program reads it; one that cannot be is left out.
 */
export function mergeOwn(briefing: BriefingDb, gathered: BriefingDb): void {
  briefing.transaction(() => {
    mergeAnnotations(briefing, gathered, mergeTags(briefing, gathered));
    mergeHandouts(briefing, gathered);
    mergeTombstones(briefing, gathered);
    mergePassing(briefing, gathered);
    mergeReadRanges(briefing, gathered);
    for (const table of listOwnTables(gathered)) {
      if (leftOut.has(table.name) || understood.has(table.name)) continue;
      for (const row of iterateRows(gathered, table)) {
        attempt(() => {
          insertRows(briefing, table, [row]);
          return true;
        });
      }
    }
  })();
}

/** A tag of a name that is known is that tag, whatever its id was. */
function mergeTags(briefing: BriefingDb, gathered: BriefingDb): ReadonlyMap<TagId, TagId> {
  const tags = gathered
    .prepare('SELECT id, name FROM tag')
    .all()
    .flatMap((row) => tagSchema.safeParse(row).data ?? []);
  // Names may have gone from one tag to another: all of them are free before any is given.
  for (const { id } of tags) if (findTag(briefing, id) !== null) putTag(briefing, { id, name: id });
  return new Map(
    tags.map((tag) => {
      const namesake = findTagByName(briefing, tag.name);
      if (namesake === null) putTag(briefing, tag);
      else replaceTag(briefing, tag.id, namesake.id);
      return [tag.id, (namesake ?? tag).id];
    }),
  );
}

function replaceTag(briefing: BriefingDb, id: TagId, by: TagId): void {
  briefing.prepare('UPDATE OR IGNORE annotation_tag SET tag_id = ? WHERE tag_id = ?').run(by, id);
  removeTag(briefing, id);
}

function mergeAnnotations(
  briefing: BriefingDb,
  gathered: BriefingDb,
  tags: ReadonlyMap<TagId, TagId>,
): void {
  for (const id of idsIn(gathered, 'annotation')) {
    const annotation = attempt(() =>
      annotationSchema.parse(findAnnotation(gathered, annotationIdSchema.parse(id))),
    );
    if (annotation === null) continue;
    if (isLater(annotation, findAnnotation(briefing, annotation.id))) {
      const tagIds = annotation.tagIds.flatMap((tagId) => tags.get(tagId) ?? []);
      putAnnotation(briefing, { ...annotation, tagIds });
    }
  }
}

function mergeHandouts(briefing: BriefingDb, gathered: BriefingDb): void {
  for (const id of idsIn(gathered, 'handout')) {
    const handout = attempt(() => findHandout(gathered, handoutIdSchema.parse(id)));
    if (handout === null) continue;
    if (isLater(handout, findHandout(briefing, handout.id))) putHandout(briefing, handout);
  }
}

/** What has left the bin stays away, unless it is there again. */
function mergeTombstones(briefing: BriefingDb, gathered: BriefingDb): void {
  const put = briefing.prepare(
    `INSERT OR IGNORE INTO tombstone (annotation_id, deleted_at)
     SELECT @id, @at WHERE NOT EXISTS (SELECT 1 FROM annotation WHERE id = @id)`,
  );
  for (const row of gathered
    .prepare('SELECT annotation_id AS id, deleted_at AS "at" FROM tombstone')
    .all()) {
    put.run(row);
  }
  briefing.exec('DELETE FROM tombstone WHERE annotation_id IN (SELECT id FROM annotation)');
}

/** Settings but for where the pack came from and how it was found, and where the reader was in documents that are still there. */
function mergePassing(briefing: BriefingDb, gathered: BriefingDb): void {
  for (const key of gathered.prepare<[], string>('SELECT key FROM setting').pluck().all()) {
    if (key === ORIGIN_KEY || key === CHECK_KEY) continue;
    const value = attempt(() => findSetting(gathered, key));
    if (value !== null) putSetting(briefing, key, value);
  }
  const put = briefing.prepare(
    `INSERT OR REPLACE INTO reading_place (document_id, "offset", read_at)
     VALUES (@documentId, @offset, @readAt)`,
  );
  for (const row of gathered
    .prepare<[], { readonly readAt: string }>(
      `SELECT document_id AS documentId, "offset", read_at AS readAt FROM reading_place`,
    )
    .all()) {
    const { readAt, ...rest } = row;
    const place = placeRowSchema.safeParse(rest);
    if (place.success && hasDocument(briefing, place.data.documentId)) {
      put.run({ ...place.data, readAt });
    }
  }
}

/** What was read here and there, each place once; in an edition of another length no further than its end. */
function mergeReadRanges(briefing: BriefingDb, gathered: BriefingDb): void {
  const rows = gathered
    .prepare<[], TextRange & { readonly documentId: DocumentId }>(
      'SELECT document_id AS documentId, start, end FROM read_range',
    )
    .all();
  for (const [documentId, own] of Map.groupBy(rows, (row) => row.documentId)) {
    const length = findLength(briefing, documentId) ?? 0;
    const read = own.map(({ start, end }) => ({ start, end: Math.min(end, length) }));
    addReadRanges(briefing, documentId, read);
  }
}

type Dated = { readonly updatedAt: IsoTime };

function isLater(one: Dated, known: Dated | null): boolean {
  return known === null || one.updatedAt > known.updatedAt;
}

function idsIn(db: BriefingDb, table: 'annotation' | 'handout'): readonly string[] {
  return db.prepare<[], string>(`SELECT id FROM ${table} ORDER BY id`).pluck().all();
}

/** What a damaged row makes the readers of sound rows throw is no bug, whatever it is. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
