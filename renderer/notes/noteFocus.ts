// A key asks for the text field of a note that may not be on screen yet.

import type { AnnotationId } from '../../shared/domain/ids.ts';

const EVENT = 'yandu-note-focus';

/** Asks the note's editor, now or as soon as it is there, to take the keyboard. */
export function requestNoteFocus(id: AnnotationId): void {
  document.documentElement.dataset['noteFocus'] = id;
  window.dispatchEvent(new Event(EVENT));
}

/**
 * Calls `focus` when this note's field is asked for; it answers whether it could (margin and drawer may
 * both hold the field, one of them hidden). Gives the function that stops listening.
 */
export function listenForNoteFocus(id: AnnotationId, focus: () => boolean): () => void {
  const check = (): void => {
    if (document.documentElement.dataset['noteFocus'] !== id) return;
    if (focus()) delete document.documentElement.dataset['noteFocus'];
  };
  check();
  window.addEventListener(EVENT, check);
  return () => {
    window.removeEventListener(EVENT, check);
  };
}
