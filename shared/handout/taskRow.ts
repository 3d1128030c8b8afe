import type { DocumentContent } from '../domain/document.ts';
import { overlaps, type TextRange } from '../domain/place.ts';
import type { ModelCell, Quotation } from './handoutModel.ts';

/** One row of a task table: task, lead, participants, citation. Departments are the document's own words. */
export function taskRow(quotation: Quotation, content: DocumentContent | null): ModelCell[] {
  const segment = content?.segments.find(
    (candidate) => candidate.kind === 'task' && overlaps(candidate, quotation.place),
  );
  const names = (ranges: readonly TextRange[] | undefined): string =>
    (ranges ?? []).map((range) => content?.text.slice(range.start, range.end) ?? '').join('、');
  const open = segment?.detail.participantsOpenEnded === true ? '等' : '';
  return [
    { kind: 'quotation', quotation },
    { kind: 'text', text: names(segment?.detail.leadDepartments) },
    { kind: 'text', text: names(segment?.detail.participatingDepartments) + open },
    { kind: 'text', text: quotation.citation },
  ];
}
