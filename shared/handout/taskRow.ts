import type { DocumentContent } from '../domain/document.ts';
import { overlaps, type TextRange } from '../domain/place.ts';
import type { ModelRow, Quotation } from './handoutModel.ts';
import { textCell } from './textCell.ts';

/** One row of a task table: task, lead, participants, where. Departments are the document's own words. */
export function taskRow(
  quotation: Quotation,
  content: DocumentContent | null,
  where: string,
): ModelRow {
  const segment = content?.segments.find(
    (candidate) => candidate.kind === 'task' && overlaps(candidate, quotation.place),
  );
  const names = (ranges: readonly TextRange[] | undefined): string =>
    (ranges ?? []).map((range) => content?.text.slice(range.start, range.end) ?? '').join('、');
  const open = segment?.detail.participantsOpenEnded === true ? '等' : '';
  return [
    { kind: 'quotation', quotation },
    textCell(names(segment?.detail.leadDepartments)),
    textCell(names(segment?.detail.participatingDepartments) + open),
    textCell(where),
  ];
}
