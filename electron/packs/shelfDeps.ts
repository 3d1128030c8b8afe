import type { IsoTime } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { InstallReport } from '../../shared/packs/installReport.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import type { Shelf } from './shelf.ts';
import { readTrustFolder, type TrustFolder } from './trustedKeys.ts';

/** What installing packs and choosing between briefings is given from outside. */
export type ShelfDeps = {
  readonly dataFolder: string;
  /** The addon built for this runtime, where it is not the one in the package; null otherwise. */
  readonly nativeBinding: string | null;
  readonly now: () => IsoTime;
  /** Opens a briefing for reading and writing; makes it from the shipped pack where there is none. */
  readonly openFile: (path: string) => Result<BriefingDb>;
  /** The program's own pack; its SHA-256 is null where the build ships none (development). */
  readonly shipped: { readonly path: string; readonly sha256: string | null };
  /** Where the public keys are; read anew each time, since taking a key out revokes it at once. */
  readonly trustFolder: string;
  /** A test named the folder and vouches for it; otherwise it must be the admin's alone. */
  readonly trustsFolder: boolean;
  readonly policy: Policy;
};

export type OpenedBriefing = {
  readonly db: BriefingDb;
  readonly shelf: Shelf;
  /** What came of the pack of a newer program; null when there was none. */
  readonly report: InstallReport | null;
};

/** The keys trusted now: none where the admin wants the program's own pack alone. */
export function readTrust({ trustFolder, trustsFolder, policy }: ShelfDeps): TrustFolder {
  if (policy.trust === 'shippedOnly') return { keys: [], ignored: [] };
  return readTrustFolder(trustFolder, { adminOnly: !trustsFolder });
}
