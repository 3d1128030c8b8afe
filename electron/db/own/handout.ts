// Handouts and their items. A handout is read and written whole: it is one page of a person's work.

import { handoutSchema, type Handout } from '../../../shared/domain/handout.ts';
import type { HandoutId } from '../../../shared/domain/ids.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';

const columns = `id, template, title, meeting, date, place, host, status_line AS statusLine, preset,
  citation_style AS citationStyle, citation_format AS citationFormat,
  created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt`;

type HandoutRow = { readonly id: string } & Readonly<Record<string, unknown>>;
type ItemRow = { readonly id: string; readonly kind: string; readonly body: string };

/** Handouts that are not in the bin, the one changed last first. */
export function listHandouts(db: BriefingDb): readonly Handout[] {
  return db
    .prepare<[], HandoutRow>(
      `SELECT ${columns} FROM handout WHERE deleted_at IS NULL ORDER BY updated_at DESC, id`,
    )
    .all()
    .map((row) => handoutOf(db, row));
}

/** Handouts in the bin, the one put there last first. */
export function listHandoutBin(db: BriefingDb): readonly Handout[] {
  return db
    .prepare<[], HandoutRow>(
      `SELECT ${columns} FROM handout WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id`,
    )
    .all()
    .map((row) => handoutOf(db, row));
}

/** One handout, in the bin or not; null when there is none. */
export function findHandout(db: BriefingDb, id: HandoutId): Handout | null {
  const row = db
    .prepare<[HandoutId], HandoutRow>(`SELECT ${columns} FROM handout WHERE id = ?`)
    .get(id);
  return row === undefined ? null : handoutOf(db, row);
}

function handoutOf(db: BriefingDb, row: HandoutRow): Handout {
  const items = db
    .prepare<[string], ItemRow>(
      'SELECT id, kind, body FROM handout_item WHERE handout_id = ? ORDER BY ord',
    )
    .all(row.id)
    .map(({ id, kind, body }) => {
      const rest: unknown = JSON.parse(body);
      return { ...(typeof rest === 'object' ? rest : {}), id, kind };
    });
  return handoutSchema.parse({ ...row, items });
}

/** Writes a handout whole, new or known. Call it inside a transaction. */
export function putHandout(db: BriefingDb, handout: Handout): void {
  const { items, ...head } = handout;
  db.prepare(
    `INSERT INTO handout (id, template, title, meeting, date, place, host, status_line, preset,
       citation_style, citation_format, created_at, updated_at, deleted_at)
     VALUES (:id, :template, :title, :meeting, :date, :place, :host, :statusLine, :preset,
       :citationStyle, :citationFormat, :createdAt, :updatedAt, :deletedAt)
     ON CONFLICT (id) DO UPDATE SET template = excluded.template, title = excluded.title,
       meeting = excluded.meeting, date = excluded.date, place = excluded.place, host = excluded.host,
       status_line = excluded.status_line, preset = excluded.preset,
       citation_style = excluded.citation_style, citation_format = excluded.citation_format,
       updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`,
  ).run(head);
  db.prepare('DELETE FROM handout_item WHERE handout_id = ?').run(handout.id);
  const insert = db.prepare(
    'INSERT INTO handout_item (handout_id, ord, id, kind, body) VALUES (?, ?, ?, ?, ?)',
  );
  items.forEach(({ id, kind, ...body }, ord) => {
    insert.run(handout.id, ord, id, kind, JSON.stringify(body));
  });
}
