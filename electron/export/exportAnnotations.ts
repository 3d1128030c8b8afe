import { basename } from 'node:path';
import type { IsoTime } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/channel.ts';
import type { exchangingChannels } from '../../shared/ipc/exchanging.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { localDay } from '../../shared/text/localDay.ts';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getPackInfo } from '../db/reading.ts';
import { findSetting } from '../db/briefing/setting.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import { annotationsText } from './annotationsText.ts';
import type { Dialogs } from './dialogs.ts';
import { writeAtomically } from './writeAtomically.ts';

type ExportAnnotationsDeps = {
  readonly db: BriefingDb;
  readonly policy: Policy;
  readonly now: () => IsoTime;
  readonly dialogs: Dialogs;
};
type ExportReport = OutputOf<typeof exchangingChannels.exportAnnotations>;

/**
 * Asks where to, and writes annotations of a briefing there; null when the reader changed their mind. It
 * only reads the briefing, so it also serves for one that is open to be read alone.
 */
export async function exportAnnotations(
  { db, policy, now, dialogs }: ExportAnnotationsDeps,
  { format, ids }: InputOf<typeof exchangingChannels.exportAnnotations>,
): Promise<Result<ExportReport>> {
  if (!listAllowedFormats(db, policy, { kind: 'annotations' }).includes(format)) {
    return failure('policy_forbids');
  }
  const { notes } = wordsOf({ db, policy });
  const title = `${getPackInfo(db).packId} ${notes.fileTitle} ${localDay(now())}`;
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

function wordsOf({
  db,
  policy,
}: Pick<ExportAnnotationsDeps, 'db' | 'policy'>): typeof zh | typeof en {
  if (policy.language !== null) return policy.language === 'en' ? en : zh;
  const settings = findSetting(db, 'settings');
  const isEnglish =
    typeof settings === 'object' &&
    settings !== null &&
    'language' in settings &&
    settings.language === 'en';
  return isEnglish ? en : zh;
}
