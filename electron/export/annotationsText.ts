// The reader's annotations as the text of a file, for the window's button and for the command.

import {
  annotationsMarkdown,
  type MarkdownGroup,
} from '../../shared/annotationExchange/annotationsMarkdown.ts';
import type {
  AnnotationStates,
  ExchangedAnnotation,
} from '../../shared/annotationExchange/exchangedAnnotation.ts';
import { writePage } from '../../shared/annotationExchange/writePage.ts';
import { citePlace } from '../../shared/citation/citePlace.ts';
import { formatCitation } from '../../shared/citation/formatCitation.ts';
import type { DocumentContent } from '../../shared/domain/document.ts';
import type { AnnotationId, DocumentId } from '../../shared/domain/ids.ts';
import type { AnnotationFormat } from '../../shared/ipc/exchanging.ts';
import { citeLink } from '../../shared/notes/citeLink.ts';
import type { Strings } from '../../shared/strings/zh.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { loadStates } from '../db/own/exchange.ts';
import { findDocumentContent, getPackInfo, listDocuments } from '../db/reading.ts';

type ExportedAnnotations = {
  readonly text: string;
  /** Annotations in it; deletions are not counted. */
  readonly count: number;
};

/** These annotations, or with null everything that is known, deletions as tombstones. */
export function annotationsText(
  db: BriefingDb,
  format: AnnotationFormat,
  {
    ids,
    notes,
  }: {
    readonly ids: readonly AnnotationId[] | null;
    readonly notes: Strings['notes'];
  },
): ExportedAnnotations {
  const pack = getPackInfo(db);
  const states = chosenOf(loadStates(db), ids);
  const live = [...states.values()].flatMap((state) =>
    state.kind === 'live' ? [state.annotation] : [],
  );
  const text =
    format === 'jsonld' ? writePage(pack, states) : markdownOf(db, pack.title, live, notes);
  return { text, count: live.length };
}

function chosenOf(states: AnnotationStates, ids: readonly AnnotationId[] | null): AnnotationStates {
  if (ids === null) return states;
  const chosen = new Set(ids);
  return new Map([...states].filter(([id, { kind }]) => kind === 'live' && chosen.has(id)));
}

/** Free notes first, then document by document in text order. */
function markdownOf(
  db: BriefingDb,
  title: string,
  annotations: readonly ExchangedAnnotation[],
  notes: Strings['notes'],
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
  return annotationsMarkdown(title, [...free, ...groups], (link) =>
    citeLink(link, (id) => findDocumentContent(db, id)),
  );
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
