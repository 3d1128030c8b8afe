import { assertNever, ok } from '../../shared/domain/result.ts';
import { backUpWork } from '../db/backup/backUpWork.ts';
import { migrations } from '../db/migrations/list.ts';
import { recoverBriefing } from '../db/rescue/recoverBriefing.ts';
import { isCopyWhole } from '../db/briefing/briefingCheck.ts';
import type { Chore, ChoreResult } from './chore.ts';

/** Does one chore where it is called. May take seconds, and on a damaged file nobody knows how long. */
export function doChore(chore: Chore): ChoreResult<Chore['kind']> {
  switch (chore.kind) {
    case 'backUp':
      return backUpWork(chore);
    case 'recover':
      return recoverBriefing({ ...chore, migrations });
    case 'check':
      return ok({ isSound: isCopyWhole(chore.path, chore.nativeBinding) });
    default:
      return assertNever(chore);
  }
}
