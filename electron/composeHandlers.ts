// Where the features meet: one table of handlers, as complete as the contract of an open briefing.

import type { Result } from '../shared/domain/result.ts';
import type { Handlers } from '../shared/ipc/channel.ts';
import type { OpenContract } from '../shared/ipc/contract.ts';
import { createAnnotatingHandlers } from './features/annotating.ts';
import { createAppHandlers, type AppDeps } from './features/app.ts';
import { createExchangingHandlers } from './features/exchanging.ts';
import { createExportingHandlers, type ExportingDeps } from './features/exporting.ts';
import type { FeatureDeps } from './features/featureDeps.ts';
import { createHandoutsHandlers } from './features/handouts.ts';
import { createPacksHandlers, type PacksDeps } from './features/packs.ts';
import { createPolicyHandlers } from './features/policy.ts';
import { createReadingHandlers } from './features/reading.ts';
import { createSearchingHandlers } from './features/searching.ts';
import { createTaggingHandlers } from './features/tagging.ts';
import { createUpkeepHandlers, type UpkeepDeps } from './features/upkeep.ts';

type Deps = FeatureDeps & AppDeps & ExportingDeps & UpkeepDeps & PacksDeps;

/** So many annotations at once are no slip of the hand: what is there is backed up first. */
const MANY = 10;

export function composeHandlers(deps: Deps): Handlers<OpenContract> {
  const handlers: Handlers<OpenContract> = {
    ...createAppHandlers(deps),
    ...createReadingHandlers(deps),
    ...createSearchingHandlers(deps),
    ...createAnnotatingHandlers(deps),
    ...createTaggingHandlers(deps),
    ...createExchangingHandlers(deps),
    ...createHandoutsHandlers(deps),
    ...createExportingHandlers(deps),
    ...createPolicyHandlers(deps),
    ...createUpkeepHandlers(deps),
    ...createPacksHandlers(deps),
  };
  const { backUp } = deps.backups;
  return {
    ...handlers,
    importAnnotations: (input) => afterBackup(backUp, () => handlers.importAnnotations(input)),
    deleteAnnotations: (input) =>
      input.ids.length < MANY
        ? handlers.deleteAnnotations(input)
        : afterBackup(backUp, () => handlers.deleteAnnotations(input)),
    eraseAnnotations: (input) =>
      input.ids.length < MANY
        ? handlers.eraseAnnotations(input)
        : afterBackup(backUp, () => handlers.eraseAnnotations(input)),
  };
}

/** Without the backup the step is not done. */
async function afterBackup<Value>(
  backUp: () => Promise<Result<null>>,
  step: () => Result<Value> | Promise<Result<Value>>,
): Promise<Result<Value>> {
  const saved = await backUp();
  return saved.ok ? await step() : saved;
}
