// Annotations out of the briefing and into it, as files.

import { basename } from 'node:path';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { Handlers, InputOf, OutputOf } from '../../shared/ipc/channel.ts';
import type { exchangingChannels } from '../../shared/ipc/exchanging.ts';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import { mergeAnnotations } from '../db/mergeAnnotations.ts';
import { getPackInfo } from '../db/reading.ts';
import { findSetting } from '../db/setting.ts';
import { annotationsText } from '../export/annotationsText.ts';
import type { Dialogs } from '../export/dialogs.ts';
import { readAnnotations } from '../export/readAnnotations.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import type { FeatureDeps, PolicyDeps } from './featureDeps.ts';

type ExchangingDeps = FeatureDeps & PolicyDeps & { readonly dialogs: Dialogs };
type ExportReport = OutputOf<typeof exchangingChannels.exportAnnotations>;
type ImportReport = OutputOf<typeof exchangingChannels.importAnnotations>;

export function createExchangingHandlers(
  deps: ExchangingDeps,
): Handlers<typeof exchangingChannels> {
  return {
    exportAnnotations: (input) => exportAnnotations(deps, input),
    importAnnotations: () => importAnnotations(deps),
  };
}

async function exportAnnotations(
  { db, policy, now, dialogs }: ExchangingDeps,
  { format, ids }: InputOf<typeof exchangingChannels.exportAnnotations>,
): Promise<Result<ExportReport>> {
  if (!listAllowedFormats(db, policy, { kind: 'annotations' }).includes(format)) {
    return failure('policy_forbids');
  }
  const { notes } = wordsOf({ db, policy });
  const title = `${getPackInfo(db).packId} ${notes.markdownTitle} ${now().slice(0, 10)}`;
  const path = await dialogs.askSaveName({
    name: `${title}.${format}`,
    label: format === 'jsonld' ? 'JSON-LD' : 'Markdown',
    extension: format,
  });
  if (path === null) return ok(null);
  const { text, count } = annotationsText(db, format, { ids, notes });
  const written = await writeAtomically(path, new TextEncoder().encode(text));
  return written.ok ? ok({ fileName: basename(path), count }) : written;
}

function wordsOf({ db, policy }: Pick<ExchangingDeps, 'db' | 'policy'>): typeof zh | typeof en {
  if (policy.language !== null) return policy.language === 'en' ? en : zh;
  const settings = findSetting(db, 'settings');
  const isEnglish =
    typeof settings === 'object' &&
    settings !== null &&
    'language' in settings &&
    settings.language === 'en';
  return isEnglish ? en : zh;
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
