import type { HandoutItem } from '../../shared/domain/handout.ts';
import { handoutItemIdSchema, type HandoutItemId } from '../../shared/domain/ids.ts';
import { assertNever } from '../../shared/domain/result.ts';

/** Kinds that begin empty; excerpts and task lists are made from passages. */
export const blankKinds = [
  'heading',
  'question',
  'note',
  'comparison',
  'attendance',
  'lines',
  'page_break',
] as const;
export type BlankKind = (typeof blankKinds)[number];

export function newItemId(): HandoutItemId {
  return handoutItemIdSchema.parse(crypto.randomUUID());
}

/** An empty item of a kind. */
export function newItem(kind: BlankKind): HandoutItem {
  const id = newItemId();
  switch (kind) {
    case 'heading':
      return { id, kind, level: 1, text: '', minutes: null };
    case 'question':
      return { id, kind, text: '', answer: '' };
    case 'note':
      return { id, kind, text: '', isPrivate: false };
    case 'comparison':
      return { id, kind, title: '', rows: [] };
    case 'attendance':
      return { id, kind, present: '', absent: '', observers: '', recorder: '' };
    case 'lines':
      return { id, kind, count: 6 };
    case 'page_break':
      return { id, kind };
    default:
      return assertNever(kind);
  }
}
