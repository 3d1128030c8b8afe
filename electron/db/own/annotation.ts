// Rows of marks and notes. The columns of the anchor are written once, with the row.

import { z } from 'zod';
import type {
  Annotation,
  AnnotationTarget,
  NoteType,
  Pigment,
} from '../../../shared/domain/annotation.ts';
import {
  tagIdSchema,
  type AnnotationId,
  type DocumentId,
  type IsoTime,
  type SectionKey,
  type SegmentId,
  type TagId,
} from '../../../shared/domain/ids.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { forgetInHistory } from './history.ts';
import { keepLinkAnchors } from './noteLink.ts';

const tagIdsSchema = z.array(tagIdSchema);
const hashesSchema = z.array(z.string());

type TargetRow =
  | {
      readonly target: 'passage';
      readonly document_id: DocumentId;
      readonly section_key: SectionKey | null;
      readonly start: number;
      readonly end: number;
      readonly quote: string;
      readonly prefix: string;
      readonly suffix: string;
      readonly segment_id: SegmentId;
      readonly segment_start: number;
      readonly segment_hash: string;
      readonly later_hashes: string;
      readonly pack_version: number;
    }
  | {
      readonly target: 'section';
      readonly document_id: DocumentId;
      readonly section_key: SectionKey;
    }
  | { readonly target: 'document'; readonly document_id: DocumentId }
  | { readonly target: 'free' };

type AnnotationRow = TargetRow & {
  readonly id: AnnotationId;
  readonly pigment: Pigment | null;
  readonly note: string;
  readonly type: NoteType | null;
  readonly is_private: number;
  readonly author: string | null;
  readonly created_at: IsoTime;
  readonly updated_at: IsoTime;
  readonly deleted_at: IsoTime | null;
  readonly tag_ids: string;
};

const columns = `annotation.id, target, annotation.document_id, section_key, annotation.start,
  annotation.end, quote, prefix, suffix, segment_id, segment_start, segment_hash, later_hashes,
  pack_version, pigment, note, type, is_private, annotation.author, created_at, updated_at,
  deleted_at,
  (SELECT json_group_array(id) FROM (
    SELECT tag.id FROM annotation_tag JOIN tag ON tag.id = tag_id
    WHERE annotation_id = annotation.id ORDER BY tag.name, tag.id)) AS tag_ids`;

const inTextOrder = `LEFT JOIN document ON document.id = annotation.document_id`;
const textOrder = `document.ord, annotation.start, annotation.end, created_at, annotation.id`;

/** Everything outside the bin, in the order of documents and text; free notes first. */
export function listAnnotations(db: BriefingDb): Annotation[] {
  return db
    .prepare<[], AnnotationRow>(
      `SELECT ${columns} FROM annotation ${inTextOrder} WHERE deleted_at IS NULL ORDER BY ${textOrder}`,
    )
    .all()
    .map(annotationOf);
}

/** The bin, what was deleted last first. */
export function listBin(db: BriefingDb): Annotation[] {
  return db
    .prepare<[], AnnotationRow>(
      `SELECT ${columns} FROM annotation WHERE deleted_at IS NOT NULL
       ORDER BY deleted_at DESC, annotation.id`,
    )
    .all()
    .map(annotationOf);
}

/** Those that bear a tag, the bin included. */
export function listAnnotationsWithTag(db: BriefingDb, tagId: TagId): Annotation[] {
  return db
    .prepare<[TagId], AnnotationRow>(
      `SELECT ${columns} FROM annotation
       WHERE annotation.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id = ?)
       ORDER BY annotation.id`,
    )
    .all(tagId)
    .map(annotationOf);
}

/** One annotation, in the bin or not. */
export function findAnnotation(db: BriefingDb, id: AnnotationId): Annotation | null {
  const row = db
    .prepare<[AnnotationId], AnnotationRow>(
      `SELECT ${columns} FROM annotation WHERE annotation.id = ?`,
    )
    .get(id);
  return row === undefined ? null : annotationOf(row);
}

/** Writes an annotation, its tags and what its note links to, over the row of the same id if there is one. Call inside a transaction. */
export function putAnnotation(db: BriefingDb, annotation: Annotation): void {
  db.prepare(
    `INSERT INTO annotation (id, target, document_id, section_key, start, end, quote, prefix, suffix,
       segment_id, segment_start, segment_hash, later_hashes, pack_version, pigment, note, type,
       is_private, author, created_at, updated_at, deleted_at)
     VALUES (@id, @target, @documentId, @sectionKey, @start, @end, @quote, @prefix, @suffix,
       @segmentId, @segmentStart, @segmentHash, @laterHashes, @packVersion, @pigment, @note, @type,
       @isPrivate, @author, @createdAt, @updatedAt, @deletedAt)
     ON CONFLICT (id) DO UPDATE SET target = excluded.target, document_id = excluded.document_id,
       section_key = excluded.section_key, start = excluded.start, end = excluded.end,
       quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix,
       segment_id = excluded.segment_id, segment_start = excluded.segment_start,
       segment_hash = excluded.segment_hash, later_hashes = excluded.later_hashes,
       pack_version = excluded.pack_version, pigment = excluded.pigment, note = excluded.note,
       type = excluded.type, is_private = excluded.is_private, author = excluded.author,
       created_at = excluded.created_at, updated_at = excluded.updated_at,
       deleted_at = excluded.deleted_at`,
  ).run({
    ...targetColumns(annotation.target),
    id: annotation.id,
    pigment: annotation.pigment,
    note: annotation.note,
    type: annotation.type,
    isPrivate: annotation.isPrivate ? 1 : 0,
    author: annotation.author,
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
    deletedAt: annotation.deletedAt,
  });
  keepLinkAnchors(db, annotation.note);
  db.prepare('DELETE FROM annotation_tag WHERE annotation_id = ?').run(annotation.id);
  const addTag = db.prepare('INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (?, ?)');
  for (const tagId of new Set(annotation.tagIds)) addTag.run(annotation.id, tagId);
}

/** Takes a row out of the bin for good and leaves its tombstone. Call inside a transaction. */
export function eraseAnnotation(db: BriefingDb, id: AnnotationId): void {
  db.prepare(
    `INSERT INTO tombstone (annotation_id, deleted_at)
     SELECT id, deleted_at FROM annotation WHERE id = ? AND deleted_at IS NOT NULL
     ON CONFLICT (annotation_id) DO UPDATE SET deleted_at = excluded.deleted_at`,
  ).run(id);
  const { changes } = db
    .prepare('DELETE FROM annotation WHERE id = ? AND deleted_at IS NOT NULL')
    .run(id);
  // Nor may an undo bring back what was erased for good.
  if (changes === 0) return;
  forgetInHistory(db, 'annotation', id);
  forgetInHistory(db, 'set_aside', id);
}

function annotationOf(row: AnnotationRow): Annotation {
  const tagIds = tagIdsSchema.parse(JSON.parse(row.tag_ids));
  return {
    id: row.id,
    target: targetOf(row),
    pigment: row.pigment,
    note: row.note,
    type: row.type,
    isPrivate: row.is_private === 1,
    tagIds,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

function targetOf(row: TargetRow): AnnotationTarget {
  switch (row.target) {
    case 'passage': {
      const laterSegmentHashes = hashesSchema.parse(JSON.parse(row.later_hashes));
      return {
        kind: 'passage',
        anchor: {
          documentId: row.document_id,
          start: row.start,
          end: row.end,
          quote: row.quote,
          prefix: row.prefix,
          suffix: row.suffix,
          segmentId: row.segment_id,
          segmentStart: row.segment_start,
          segmentHash: row.segment_hash,
          laterSegmentHashes,
          sectionKey: row.section_key,
          packVersion: row.pack_version,
        },
      };
    }
    case 'section':
      return { kind: 'section', documentId: row.document_id, sectionKey: row.section_key };
    case 'document':
      return { kind: 'document', documentId: row.document_id };
    case 'free':
      return { kind: 'free' };
    default:
      return assertNever(row);
  }
}

const noPassage = {
  documentId: null,
  sectionKey: null,
  start: null,
  end: null,
  quote: null,
  prefix: null,
  suffix: null,
  segmentId: null,
  segmentStart: null,
  segmentHash: null,
  laterHashes: null,
  packVersion: null,
};

function targetColumns(target: AnnotationTarget): Record<string, string | number | null> {
  switch (target.kind) {
    case 'passage': {
      const { laterSegmentHashes, ...anchor } = target.anchor;
      return { target: 'passage', ...anchor, laterHashes: JSON.stringify(laterSegmentHashes) };
    }
    case 'section':
      return {
        ...noPassage,
        target: 'section',
        documentId: target.documentId,
        sectionKey: target.sectionKey,
      };
    case 'document':
      return { ...noPassage, target: 'document', documentId: target.documentId };
    case 'free':
      return { ...noPassage, target: 'free' };
    default:
      return assertNever(target);
  }
}
