import { tagSchema, type Tag } from '../../../shared/domain/annotation.ts';
import type { TagId } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import type { EntityStore } from './entityStore.ts';

/** All tags by name. */
export function listTags(db: BriefingDb): Tag[] {
  return db.prepare<[], Tag>('SELECT id, name FROM tag ORDER BY name, id').all();
}

export function findTag(db: BriefingDb, id: TagId): Tag | null {
  return db.prepare<[TagId], Tag>('SELECT id, name FROM tag WHERE id = ?').get(id) ?? null;
}

export function findTagByName(db: BriefingDb, name: string): Tag | null {
  return db.prepare<[string], Tag>('SELECT id, name FROM tag WHERE name = ?').get(name) ?? null;
}

export function putTag(db: BriefingDb, tag: Tag): void {
  db.prepare(
    `INSERT INTO tag (id, name) VALUES (@id, @name)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  ).run(tag);
}

/** Takes a tag away, also from what rests in the bin. Call inside a transaction. */
export function removeTag(db: BriefingDb, id: string): void {
  db.prepare('DELETE FROM annotation_tag WHERE tag_id = ?').run(id);
  db.prepare('DELETE FROM tag WHERE id = ?').run(id);
}

export const tagStore: EntityStore = {
  put: (db, row) => {
    putTag(db, tagSchema.parse(row));
  },
  remove: removeTag,
};
