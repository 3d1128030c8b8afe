// What leaves the program: the preview, the files, and the check of files exported earlier.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExportFormat, Handout } from '../../shared/domain/handout.ts';
import type { HandoutId } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import { checkQuotes } from '../../shared/handout/checkQuote.ts';
import { composeHandout } from '../../shared/handout/composeHandout.ts';
import type { ComposeSource } from '../../shared/handout/composeSource.ts';
import { exportFileName } from '../../shared/handout/exportFileName.ts';
import type { HandoutModel } from '../../shared/handout/handoutModel.ts';
import type { Handlers, InputOf, OutputOf } from '../../shared/ipc/channel.ts';
import type { handoutChannels } from '../../shared/ipc/handouts.ts';
import { composeSource } from '../db/composeSource.ts';
import { findHandout } from '../db/own/handout.ts';
import type { Dialogs } from '../export/dialogs.ts';
import type { HandoutPrinter } from '../export/handoutPrinter.ts';
import { recheckFile } from '../export/recheckFile.ts';
import { renderHandout } from '../export/renderHandout.ts';
import type { UsedFont } from '../export/usedFonts.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import type { FeatureDeps, PolicyDeps } from './featureDeps.ts';

export type ExportingDeps = PolicyDeps & {
  readonly dialogs: Dialogs;
  readonly printer: HandoutPrinter;
};

type ExportingHandlers = Pick<
  Handlers<typeof handoutChannels>,
  'checkQuotes' | 'previewHandout' | 'exportHandout' | 'printHandout' | 'recheckExport'
>;
type QuoteReport = OutputOf<typeof handoutChannels.checkQuotes>;

export function createExportingHandlers(deps: FeatureDeps & ExportingDeps): ExportingHandlers {
  const source = composeSource(deps.db);
  return {
    checkQuotes({ id }) {
      const handout = findHandout(deps.db, id);
      return handout === null ? failure('handout_missing') : ok(quoteReport(handout, source));
    },
    async previewHandout({ id, copy, isQuick }) {
      const handout = findHandout(deps.db, id);
      if (handout === null) return failure('handout_missing');
      const model = composeHandout(handout, source, copy);
      return ok(await deps.printer.preview({ model, subject: `${copy} ${id}`, isQuick }));
    },
    exportHandout: (input) => exportHandout(deps, source, input),
    printHandout: (input) => printHandout(deps, source, input),
    recheckExport: () => recheckExport(deps.dialogs, source),
  };
}

function quoteReport(handout: Handout, source: ComposeSource): QuoteReport {
  const checks = checkQuotes(handout, source.findDocument);
  return {
    total: checks.length,
    equal: checks.filter((check) => check.status === 'equal').length,
    unequal: checks.flatMap(({ itemId, status }) =>
      status === 'equal' ? [] : [{ itemId, status }],
    ),
  };
}

async function exportHandout(
  deps: FeatureDeps & ExportingDeps,
  source: ComposeSource,
  { id, copy, format }: InputOf<typeof handoutChannels.exportHandout>,
): Promise<Result<OutputOf<typeof handoutChannels.exportHandout>>> {
  const found = leavingHandout(deps, id, format);
  if (!found.ok) return found;
  const handout = found.value;
  const path = await deps.dialogs.askSaveName({
    name: exportFileName(handout, copy, format, deps.now()),
    label: formatLabels[format],
    extension: format,
  });
  if (path === null) return failure('export_cancelled');
  const model = composeHandout(handout, source, copy);
  const { bytes, fonts } = await render(model, format, deps.printer);
  const written = await writeAtomically(path, bytes);
  if (!written.ok) return written;
  return ok({ fileName: basename(path), quotes: quoteReport(handout, source), fonts });
}

async function printHandout(
  deps: FeatureDeps & ExportingDeps,
  source: ComposeSource,
  { id, copy }: InputOf<typeof handoutChannels.printHandout>,
): Promise<Result<null>> {
  const found = leavingHandout(deps, id, 'print');
  if (!found.ok) return found;
  return deps.printer.toPaper(composeHandout(found.value, source, copy));
}

/** The one gate: a handout that may leave the program in this way, or why it may not. */
function leavingHandout(
  { db, policy }: FeatureDeps & ExportingDeps,
  id: HandoutId,
  way: ExportFormat | 'print',
): Result<Handout> {
  const handout = findHandout(db, id);
  if (handout === null) return failure('handout_missing');
  const allowed = listAllowedFormats(db, policy, { kind: 'handout', id });
  return allowed.includes(way) ? ok(handout) : failure('policy_forbids');
}

const formatLabels: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  html: 'HTML',
  md: 'Markdown',
  txt: 'TXT',
};

async function render(
  model: HandoutModel,
  format: ExportFormat,
  printer: HandoutPrinter,
): Promise<{ readonly bytes: Uint8Array; readonly fonts: UsedFont[] }> {
  if (format !== 'pdf') return { bytes: await renderHandout(model, format), fonts: [] };
  const { pdf, fonts } = await printer.toPdf(model);
  return { bytes: pdf, fonts: [...fonts] };
}

async function recheckExport(
  dialogs: Dialogs,
  source: ComposeSource,
): Promise<Result<OutputOf<typeof handoutChannels.recheckExport>>> {
  const path = await dialogs.askOpenFile({ label: 'Word, HTML', extensions: ['docx', 'html'] });
  if (path === null) return failure('recheck_cancelled');
  const file = basename(path);
  // A file that is locked or on a stick that was pulled out is as unreadable as a broken one.
  const bytes = await readFile(path).catch(() => null);
  const report = bytes && recheckFile(file, bytes, (id) => source.findDocument(id)?.text ?? null);
  return report === null ? failure('recheck_unreadable', { file }) : ok(report);
}
