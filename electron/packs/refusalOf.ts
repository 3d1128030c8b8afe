import type { Failure } from '../../shared/domain/result.ts';
import { refused, type Refused } from '../../shared/packs/packReport.ts';
import { briefingFailure } from '../db/briefing/briefingFailure.ts';

/** Why an installation ended, from a failure of a database or from what was thrown; a bug is thrown on. */
export function refusalOf(reason: unknown, dataFolder: string): Refused {
  if (isFailure(reason)) return refusalOfFailure(reason, dataFolder);
  const code = systemCode(reason);
  if (code === null) return refusalOfFailure(briefingFailure(reason, dataFolder), dataFolder);
  if (code === 'ENOSPC' || code === 'EDQUOT') return refused('disk_full');
  return refused('folder_unwritable', { folder: dataFolder });
}

function refusalOfFailure({ code, detail }: Failure, dataFolder: string): Refused {
  switch (code) {
    case 'disk_full':
      return refused('disk_full');
    case 'data_folder_unwritable':
      return refused('folder_unwritable', { folder: dataFolder });
    case 'pack_missing':
      return refused('missing', detail);
    case 'pack_unreadable':
      return refused('unreadable', detail);
    case 'pack_truncated':
      return refused('truncated', detail);
    case 'pack_altered':
      return refused('altered', detail);
    case 'pack_newer':
      return refused('format_newer', detail);
    case 'pack_foreign':
      return refused('not_a_pack', detail);
    default:
      return refused('briefing_unreadable', detail);
  }
}

function isFailure(reason: unknown): reason is Failure {
  return typeof reason === 'object' && reason !== null && 'ok' in reason && reason.ok === false;
}

/** The code of a failed system call (ENOSPC, EACCES, ...). */
function systemCode(reason: unknown): string | null {
  const isSystemError = reason instanceof Error && 'errno' in reason && 'code' in reason;
  return isSystemError && typeof reason.code === 'string' ? reason.code : null;
}
