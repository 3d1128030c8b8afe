import { trustOf, type PackTrust } from '../../shared/packs/packTrust.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getOrigin } from '../db/briefing/briefingHead.ts';
import { readTrust, type ShelfDeps } from './shelfDeps.ts';

/** How far the content of an open briefing is trusted at this moment. */
export function readPackTrust(db: BriefingDb, deps: ShelfDeps): PackTrust {
  return trustOf(getOrigin(db), readTrust(deps).keys, deps.now().slice(0, 10));
}
