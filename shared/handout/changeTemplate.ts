import type { Handout, HandoutItem, HandoutTemplate } from '../domain/handout.ts';
import { templateItems } from './templateItems.ts';

/**
 * What of a handout changes with its template. An outline nobody has worked on becomes the new template's;
 * one that was worked on stays, and only gets the list of those present where minutes need it.
 */
export function changeTemplate(
  handout: Pick<Handout, 'template' | 'items'>,
  template: HandoutTemplate,
  newId: () => string,
): Pick<Handout, 'template' | 'items'> {
  const fresh = templateItems(template, newId);
  if (isUntouched(handout, newId)) return { template, items: fresh };
  const attendance = fresh.filter((item) => item.kind === 'attendance');
  const hasOne = handout.items.some((item) => item.kind === 'attendance');
  return { template, items: hasOne ? handout.items : [...attendance, ...handout.items] };
}

function isUntouched(
  { template, items }: Pick<Handout, 'template' | 'items'>,
  newId: () => string,
): boolean {
  const before = templateItems(template, newId);
  return (
    items.length === before.length &&
    items.every((item, index) => contentOf(item) === contentOf(before[index]))
  );
}

function contentOf(item: HandoutItem | undefined): string {
  return JSON.stringify({ ...item, id: '' }, Object.keys(item ?? {}).toSorted());
}
