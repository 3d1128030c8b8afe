// Paragraphs that end by saying who does them are tasks, wherever they stand.

import type { DraftRange, DraftSegment } from '../draft.ts';
import { concat } from '../text/mappedText.ts';
import { taskClause } from './taskClause.ts';

const HEADING_NUMBER = /^[（(]?(?<number>[一二三四五六七八九十百]+|\d+)[）)]?[、.．]?/u;

/** Tasks get their number, and the places of their departments; a clause that stands alone joins its task. */
export function markTasks(segments: readonly DraftSegment[]): readonly DraftSegment[] {
  const marked: DraftSegment[] = [];
  let headingNumber: string | undefined;
  for (const segment of joinLoneClauses(segments)) {
    if (segment.kind === 'heading') {
      headingNumber = HEADING_NUMBER.exec(segment.text.text)?.groups?.['number'];
    }
    const task = isBody(segment) ? asTask(segment, headingNumber) : null;
    // The heading's number is that of the first task below it.
    if (task !== null && segment.detail?.number === undefined) headingNumber = undefined;
    marked.push(task ?? segment);
  }
  return marked;
}

function isBody(segment: DraftSegment): boolean {
  return segment.kind === 'paragraph' || segment.kind === 'list_item';
}

function joinLoneClauses(segments: readonly DraftSegment[]): readonly DraftSegment[] {
  const joined: DraftSegment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const clause = isBody(segment) ? taskClause(segment.text.text) : null;
    if (before !== undefined && isBody(before) && clause?.range.start === 0) {
      joined[joined.length - 1] = { ...before, text: concat([before.text, segment.text]) };
    } else {
      joined.push(segment);
    }
  }
  return joined;
}

function asTask(segment: DraftSegment, headingNumber: string | undefined): DraftSegment | null {
  const clause = taskClause(segment.text.text);
  if (clause === null) return null;
  const number = segment.detail?.number ?? headingNumber;
  const { leads = [], ...detail } = segment.detail ?? {};
  const kept = leads.filter((lead) => leadsSomething(segment.text.text, lead, clause.range));
  return {
    ...segment,
    kind: 'task',
    detail: {
      ...detail,
      ...(kept.length > 0 && { leads: kept }),
      ...(number !== undefined && { number }),
      leadDepartments: clause.leadDepartments,
      participatingDepartments: clause.participatingDepartments,
      participantsOpenEnded: clause.participantsOpenEnded,
    },
  };
}

/** A task that is bold from its number to its clause has no lead: nothing follows it. */
function leadsSomething(text: string, lead: DraftRange, clause: DraftRange): boolean {
  return /[^\p{P}\s]/u.test(text.slice(lead.end, Math.max(lead.end, clause.start)));
}
