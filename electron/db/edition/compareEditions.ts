// What an update changed, in the words of its report.

import type { Resolution } from '../../../shared/anchoring/resolveAnchor.ts';
import type { AnnotationTarget } from '../../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import type { AnnotationCounts, EditionChanges } from '../../../shared/packs/installReport.ts';
import { listAnnotations } from '../own/annotation.ts';
import type { BriefingDb } from '../briefing/briefingDb.ts';
import { hasDocument, hasSection } from '../own/edition.ts';
import type { FoundResolution } from '../own/resolution.ts';

type TextRow = { readonly id: string; readonly title: string; readonly text: string };

/** Which documents came, went and changed between two editions of a pack. */
export function compareDocuments(before: BriefingDb, after: BriefingDb): EditionChanges {
  const old = listTexts(before);
  const now = listTexts(after);
  const textBefore = new Map(old.map(({ id, text }) => [id, text]));
  const idsNow = new Set(now.map(({ id }) => id));
  const kept = now.filter(({ id }) => textBefore.has(id));
  const changed = kept.filter(({ id, text }) => textBefore.get(id) !== text);
  const titles = (rows: readonly TextRow[]): readonly string[] => rows.map(({ title }) => title);
  return {
    added: titles(now.filter(({ id }) => !textBefore.has(id))),
    removed: titles(old.filter(({ id }) => !idsNow.has(id))),
    changed: titles(changed),
    same: kept.length - changed.length,
  };
}

/** How many annotations stand, wait for a person, or have no place; together all of them. */
export function countStanding(db: BriefingDb, found: readonly FoundResolution[]): AnnotationCounts {
  const resolutions = new Map(found.map(({ id, resolution }) => [id, resolution]));
  const counts = { placed: 0, review: 0, unplaced: 0 };
  for (const { id, target } of listAnnotations(db)) {
    counts[standingOf(db, id, target, resolutions)] += 1;
  }
  return counts;
}

function standingOf(
  db: BriefingDb,
  id: AnnotationId,
  target: AnnotationTarget,
  resolutions: ReadonlyMap<AnnotationId, Resolution>,
): keyof AnnotationCounts {
  switch (target.kind) {
    case 'passage': {
      const status = resolutions.get(id)?.status ?? 'unchanged';
      if (status === 'gone') return 'unplaced';
      return status === 'changed' ? 'review' : 'placed';
    }
    case 'section':
      return hasSection(db, target.documentId, target.sectionKey) ? 'placed' : 'unplaced';
    case 'document':
      return hasDocument(db, target.documentId) ? 'placed' : 'unplaced';
    case 'free':
      return 'placed';
    default:
      return assertNever(target);
  }
}

function listTexts(db: BriefingDb): readonly TextRow[] {
  return db.prepare<[], TextRow>('SELECT id, title, text FROM document ORDER BY ord').all();
}
