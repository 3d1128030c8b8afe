// What a new handout begins with: the headings of its template, ready to be filled or changed.

import type { HandoutItem, HandoutTemplate } from '../domain/handout.ts';
import { handoutItemIdSchema, type HandoutItemId } from '../domain/ids.ts';
import { assertNever } from '../domain/result.ts';

/** Items of a template; `newId` gives a random UUID for each. */
export function templateItems(template: HandoutTemplate, newId: () => string): HandoutItem[] {
  const id = (): HandoutItemId => handoutItemIdSchema.parse(newId());
  const heading = (text: string, minutes: number | null): HandoutItem => ({
    id: id(),
    kind: 'heading',
    level: 1,
    text,
    minutes,
  });
  const question = (): HandoutItem => ({ id: id(), kind: 'question', text: '', answer: '' });
  const lines = (count: number): HandoutItem => ({ id: id(), kind: 'lines', count });
  switch (template) {
    case 'discussion_outline':
      return [heading('学习重点', 20), heading('讨论题', 25), question(), lines(6)];
    case 'digest':
      return [heading('重点摘编', null)];
    case 'indicator_comparison':
      return [heading('指标对照', 15), heading('讨论题', 15), question()];
    case 'meeting_record':
      return [
        { id: id(), kind: 'attendance', present: '', absent: '', observers: '', recorder: '' },
        heading('学习内容', null),
        heading('讨论发言', null),
        lines(12),
        heading('议定事项', null),
        lines(4),
      ];
    case 'lead_reading':
      return [heading('原文领学', 30), heading('思考题', 15), question()];
    default:
      return assertNever(template);
  }
}
