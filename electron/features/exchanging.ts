// Annotations out of the briefing and into it, as files.

import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  annotationsMarkdown,
  type MarkdownGroup,
} from '../../shared/annotationExchange/annotationsMarkdown.ts';
import type { ExchangedAnnotation } from '../../shared/annotationExchange/exchangedAnnotation.ts';
import { laterOf } from '../../shared/annotationExchange/mergeStates.ts';
import { readPage } from '../../shared/annotationExchange/readPage.ts';
import { writePage } from '../../shared/annotationExchange/writePage.ts';
import { citePlace } from '../../shared/citation/citePlace.ts';
import { formatCitation } from '../../shared/citation/formatCitation.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { tagIdSchema, type DocumentId } from '../../shared/domain/ids.ts';
import { failure, ok, type Result } from '../../shared/domain/result.ts';
import type { Handlers, OutputOf } from '../../shared/ipc/channel.ts';
import type { AnnotationFormat, exchangingChannels } from '../../shared/ipc/exchanging.ts';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import { loadStates, putState } from '../db/exchange.ts';
import { recordStep } from '../db/history.ts';
import { findDocumentContent, getPackInfo, listDocuments } from '../db/reading.ts';
import { findSetting } from '../db/setting.ts';
import type { Dialogs } from '../export/dialogs.ts';
import { writeAtomically } from '../export/writeAtomically.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import type { FeatureDeps, PolicyDeps } from './featureDeps.ts';

/** Far above what a reader writes in years; a bigger file is not one of ours. */
const LARGEST_FILE = 64 * 1024 * 1024;

type ExchangingDeps = FeatureDeps & PolicyDeps & { readonly dialogs: Dialogs };
type ImportReport = OutputOf<typeof exchangingChannels.importAnnotations>;
type ExportReport = OutputOf<typeof exchangingChannels.exportAnnotations>;

export function createExchangingHandlers(
  deps: ExchangingDeps,
): Handlers<typeof exchangingChannels> {
  return {
    exportAnnotations: ({ format }) => exportAnnotations(deps, format),
    importAnnotations: () => importAnnotations(deps),
  };
}

async function exportAnnotations(
  { db, policy, now, dialogs }: ExchangingDeps,
  format: AnnotationFormat,
): Promise<Result<ExportReport>> {
  if (!listAllowedFormats(db, policy, { kind: 'annotations' }).includes(format)) {
    return failure('policy_forbids');
  }
  const pack = getPackInfo(db);
  const states = loadStates(db);
  const live = [...states.values()].flatMap((state) =>
    state.kind === 'live' ? [state.annotation] : [],
  );
  const { notes: words } = wordsOf({ db, policy });
  const title = `${pack.packId} ${words.markdownTitle} ${now().slice(0, 10)}`;
  const path = await dialogs.askSaveName({
    name: `${title}.${format}`,
    label: format === 'jsonld' ? 'JSON-LD' : 'Markdown',
    extension: format,
  });
  if (path === null) return ok(null);
  const text =
    format === 'jsonld' ? writePage(pack, states) : markdownOf(db, words, pack.title, live);
  const written = await writeAtomically(path, new TextEncoder().encode(text));
  if (!written.ok) return written;
  return ok({ fileName: basename(path), count: live.length });
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

/** Free notes first, then document by document in text order. */
function markdownOf(
  db: FeatureDeps['db'],
  notes: ReturnType<typeof wordsOf>['notes'],
  title: string,
  annotations: readonly ExchangedAnnotation[],
): string {
  const byDocument = Map.groupBy(annotations, documentIdOf);
  const entry = (content: DocumentContent | null) => (annotation: ExchangedAnnotation) => ({
    annotation,
    citation: content === null ? null : citationOf(content, annotation),
    typeName: annotation.type === null ? null : notes.types[annotation.type],
  });
  const known = listDocuments(db);
  const loose = [...byDocument]
    .filter(([id]) => !known.some((document) => document.id === id))
    .flatMap(([, members]) => members);
  const groups: MarkdownGroup[] = known.flatMap(({ id, title: name }) => {
    const members = byDocument.get(id) ?? [];
    if (members.length === 0) return [];
    const inOrder = members.toSorted((one, other) => startOf(one) - startOf(other));
    return [{ title: name, entries: inOrder.map(entry(findDocumentContent(db, id))) }];
  });
  const free =
    loose.length === 0 ? [] : [{ title: notes.freeNotes, entries: loose.map(entry(null)) }];
  return annotationsMarkdown(title, [...free, ...groups]);
}

function documentIdOf({ target }: ExchangedAnnotation): DocumentId | null {
  if (target.kind === 'passage') return target.anchor.documentId;
  return target.kind === 'free' ? null : target.documentId;
}

function startOf({ target }: ExchangedAnnotation): number {
  return target.kind === 'passage' ? target.anchor.start : -1;
}

/** Only a passage whose text is still there can be cited by paragraph; another edition's is quoted alone. */
function citationOf(content: DocumentContent, { target }: ExchangedAnnotation): string | null {
  if (target.kind !== 'passage') return null;
  const { documentId, start, end, quote } = target.anchor;
  if (content.text.slice(start, end) !== quote) return null;
  return formatCitation(citePlace(content, { documentId, start, end }), 'full');
}

async function importAnnotations(deps: ExchangingDeps): Promise<Result<ImportReport>> {
  const path = await deps.dialogs.askOpenFile({
    label: 'JSON-LD',
    extensions: ['jsonld', 'json'],
  });
  if (path === null) return ok(null);
  const file = basename(path);
  const { size } = await stat(path);
  if (size > LARGEST_FILE) return failure('import_unreadable', { file });
  const page = readPage(await readFile(path, 'utf8'));
  if (page.status === 'unreadable') return failure('import_unreadable', { file });
  if (page.packId !== getPackInfo(deps.db).packId) return failure('import_foreign', { file });
  return ok(mergeIn(deps, page.states));
}

/** One transaction, one step of the history, however much the file holds. */
function mergeIn(
  { db, now, newId }: ExchangingDeps,
  incoming: ReturnType<typeof loadStates>,
): NonNullable<ImportReport> {
  const known = loadStates(db);
  const report = { added: 0, changed: 0, removed: 0 };
  db.transaction(() => {
    const changes = [...incoming].flatMap(([id, state]) => {
      const before = known.get(id);
      if (before !== undefined && laterOf(before, state) === before) return [];
      if (state.kind === 'deleted') report.removed += before?.kind === 'live' ? 1 : 0;
      else if (before?.kind === 'live') report.changed += 1;
      else report.added += 1;
      return putState(db, state, () => tagIdSchema.parse(newId()));
    });
    if (changes.length > 0) recordStep(db, { at: now(), action: 'import_annotations', changes });
  })();
  return report;
}
