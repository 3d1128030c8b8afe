// Who does a task: the bracket at its end, "（市科技局牵头，市工信局、市发改委等参与）" or
// "（牵头单位：市科技局；参与单位：市工信局等）". 等 is kept as "and others" and never expanded.

import type { TextRange } from '../../../shared/domain/place.ts';
import { BRACKETS, closingBracket } from './closingBracket.ts';

type TaskClause = {
  /** The bracket itself, with its two marks. */
  readonly range: TextRange;
  readonly leadDepartments: readonly TextRange[];
  readonly participatingDepartments: readonly TextRange[];
  readonly participantsOpenEnded: boolean;
};

const STATED =
  /^(?<lead>.+?)牵头(?:负责)?(?:[，,；;](?<others>.+)(?:参与|参加|配合|协助|协同)(?:落实|实施)?)?$/u;
const LABELLED =
  /^(?:牵头|责任)(?:单位|部门)[：:](?<lead>.+?)(?:[；;，,。](?:参与|参加|配合|协办|责任)(?:单位|部门)[：:](?<others>.+))?$/u;
const AND_OTHERS = /等(?:有关|相关)?(?:部门|单位)?$/u;

/** Names between 、 that stand outside of brackets, as ranges of `text`. */
function namesIn(text: string, range: TextRange): readonly TextRange[] {
  const names: TextRange[] = [];
  let depth = 0;
  let start = range.start;
  for (let at = range.start; at <= range.end; at += 1) {
    const unit = at < range.end ? text.charAt(at) : '、';
    if (BRACKETS.opening.includes(unit)) depth += 1;
    if (BRACKETS.closing.includes(unit)) depth -= 1;
    if (unit !== '、' || (depth > 0 && at < range.end)) continue;
    if (at > start) names.push({ start, end: at });
    start = at + 1;
  }
  return names;
}

/** The clause that ends a task's text, with ranges of that text; null where it ends in none. */
export function taskClause(text: string): TaskClause | null {
  const range = closingBracket(text);
  if (range === null) return null;
  const inner = text.slice(range.start + 1, range.end - 1);
  const groups = (STATED.exec(inner) ?? LABELLED.exec(inner))?.groups;
  const lead = groups?.['lead'];
  if (lead === undefined || /[。；]/u.test(lead)) return null;
  const leadStart = range.start + 1 + inner.indexOf(lead);
  const others = groups?.['others'] ?? '';
  const named = others.replace(AND_OTHERS, '');
  const othersStart = range.start + 1 + inner.lastIndexOf(others);
  return {
    range,
    leadDepartments: namesIn(text, { start: leadStart, end: leadStart + lead.length }),
    participatingDepartments: namesIn(text, {
      start: othersStart,
      end: othersStart + named.length,
    }),
    participantsOpenEnded: named !== others,
  };
}
