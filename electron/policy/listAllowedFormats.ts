import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Leaving } from '../../shared/ipc/policy.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { allowedFormats } from '../../shared/policy/allowedFormats.ts';
import { annotatedDocuments, quotedDocuments } from '../../shared/policy/leavingDocuments.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { ManagedFormat } from '../../shared/policy/policyFile.ts';
import { listAnnotations } from '../db/own/annotation.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { findHandout } from '../db/own/handout.ts';
import { findPackStatus, listStatuses } from '../db/reading.ts';

/**
 * The formats in which something may leave the program. The statuses of all documents in it have their say, and
 * so has the pack's, and the one that a facilitator typed over a handout.
 */
export function listAllowedFormats(
  db: BriefingDb,
  policy: Policy,
  leaving: Leaving,
): readonly ManagedFormat[] {
  const statusOf = listStatuses(db);
  // A text of an edition of before may have had any status: each rule has its say.
  const anyStatus = [null, ...Object.keys(policy.exportFormats)];
  const statusesOf = (ids: readonly DocumentId[]): readonly (string | null)[] =>
    ids.flatMap((id) => {
      const status = statusOf.get(id);
      return status === undefined ? anyStatus : [status];
    });
  const pack = present(findPackStatus(db));
  switch (leaving.kind) {
    case 'handout': {
      const handout = findHandout(db, leaving.id);
      const typed = present(handout?.statusLine);
      const quoted = handout === null ? [] : statusesOf(quotedDocuments(handout));
      return allowedFormats(policy, [...pack, ...typed, ...quoted]);
    }
    case 'annotations':
      return allowedFormats(policy, [
        ...pack,
        ...statusesOf(annotatedDocuments(listAnnotations(db))),
      ]);
    case 'document':
      return allowedFormats(policy, [...pack, ...statusesOf([leaving.id])]);
    default:
      return assertNever(leaving);
  }
}

function present(status: string | null | undefined): readonly string[] {
  return status === null || status === undefined || status.trim() === '' ? [] : [status];
}
