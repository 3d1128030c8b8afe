import type { KeyboardEvent } from 'react';

/** Leaves undo and redo to the field the key is pressed in: its words are not in the history of the briefing. */
export function keepUndo(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') event.stopPropagation();
}
