import type { HandoutItem } from '../domain/handout.ts';
import { countOutline, outlineLevel } from './outlineNumbers.ts';

/**
 * The number before each item, '' where it has none. The window and the page count with this one function;
 * a heading or question without words takes no number, since it is not printed.
 */
export function itemNumbers(items: readonly HandoutItem[]): readonly string[] {
  const count = countOutline();
  return items.map((item) => {
    if (isUnwritten(item)) return '';
    if (item.kind === 'heading') return count.heading(outlineLevel(item.level));
    return item.kind === 'question' ? count.question() : '';
  });
}

/** True for what a template left to be filled and nobody filled: it stays off the page. */
export function isUnwritten(item: HandoutItem): boolean {
  switch (item.kind) {
    case 'heading':
    case 'note':
      return item.text.trim() === '';
    case 'question':
      return item.text.trim() === '' && item.answer.trim() === '';
    case 'comparison':
      return item.rows.length === 0;
    case 'tasks':
      return item.anchors.length === 0;
    case 'excerpt':
    case 'attendance':
    case 'lines':
    case 'page_break':
      return false;
  }
}
