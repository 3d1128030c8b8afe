import type { IsoTime } from '../../shared/domain/ids.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';

/** What every feature is given from outside: the open briefing, the clock, and new random ids. */
export type FeatureDeps = {
  readonly db: BriefingDb;
  readonly now: () => IsoTime;
  /** A random UUID; the feature gives it its brand with the id's schema. */
  readonly newId: () => string;
};

/** For features that an admin can limit. */
export type PolicyDeps = { readonly policy: Policy };
