// Annotations out of the briefing and into it, as files.

import { ok, type Result } from '../../shared/domain/result.ts';
import type { Handlers, OutputOf } from '../../shared/ipc/channel.ts';
import type { exchangingChannels } from '../../shared/ipc/exchanging.ts';
import { mergeAnnotations } from '../db/own/mergeAnnotations.ts';
import { getPackInfo } from '../db/reading.ts';
import type { Dialogs } from '../export/dialogs.ts';
import { exportAnnotations } from '../export/exportAnnotations.ts';
import { readAnnotations } from '../export/readAnnotations.ts';
import type { FeatureDeps, PolicyDeps } from './featureDeps.ts';

type ExchangingDeps = FeatureDeps & PolicyDeps & { readonly dialogs: Dialogs };
type ImportReport = OutputOf<typeof exchangingChannels.importAnnotations>;

export function createExchangingHandlers(
  deps: ExchangingDeps,
): Handlers<typeof exchangingChannels> {
  return {
    exportAnnotations: (input) => exportAnnotations(deps, input),
    importAnnotations: () => importAnnotations(deps),
  };
}

async function importAnnotations(deps: ExchangingDeps): Promise<Result<ImportReport>> {
  const path = await deps.dialogs.askOpenFile({
    label: 'JSON-LD',
    extensions: ['jsonld', 'json'],
  });
  if (path === null) return ok(null);
  const states = await readAnnotations(path, getPackInfo(deps.db).packId);
  return states.ok ? ok(mergeAnnotations(deps, states.value)) : states;
}
