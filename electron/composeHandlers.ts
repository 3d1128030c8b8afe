// Where the features meet: one table of handlers, as complete as the contract.

import type { Handlers } from '../shared/ipc/channel.ts';
import type { Contract } from '../shared/ipc/contract.ts';
import { createAnnotatingHandlers } from './features/annotating.ts';
import { createAppHandlers, type AppDeps } from './features/app.ts';
import { createExchangingHandlers } from './features/exchanging.ts';
import { createExportingHandlers, type ExportingDeps } from './features/exporting.ts';
import type { FeatureDeps } from './features/featureDeps.ts';
import { createHandoutsHandlers } from './features/handouts.ts';
import { createReadingHandlers } from './features/reading.ts';
import { createSearchingHandlers } from './features/searching.ts';
import { createTaggingHandlers } from './features/tagging.ts';

export function composeHandlers(deps: FeatureDeps & AppDeps & ExportingDeps): Handlers<Contract> {
  return {
    ...createAppHandlers(deps),
    ...createReadingHandlers(deps),
    ...createSearchingHandlers(deps),
    ...createAnnotatingHandlers(deps),
    ...createTaggingHandlers(deps),
    ...createExchangingHandlers(deps),
    ...createHandoutsHandlers(deps),
    ...createExportingHandlers(deps),
  };
}
