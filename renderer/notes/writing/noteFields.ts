// The text fields of notes on screen, by annotation: a key asks for one of them, be it there already or not.

import type { AnnotationId } from '../../../shared/domain/ids.ts';

export type NoteField = {
  readonly focus: () => void;
  /** Puts text where the caret is or was last. */
  readonly insert: (text: string) => void;
};

const fields = new Map<AnnotationId, NoteField>();
let wanted: AnnotationId | null = null;

/** Makes a field known while it is mounted, and gives it the keyboard if it was asked for before. */
export function registerNoteField(id: AnnotationId, field: NoteField): () => void {
  fields.set(id, field);
  if (wanted === id) focusNote(id);
  return () => {
    if (fields.get(id) === field) fields.delete(id);
  };
}

/** Gives the keyboard to the field of a note, now or as soon as it is mounted. */
export function focusNote(id: AnnotationId): void {
  const field = fields.get(id);
  wanted = field === undefined ? id : null;
  field?.focus();
}

/** Puts text into the field of a note; false when it is not on screen. */
export function insertInNote(id: AnnotationId, text: string): boolean {
  const field = fields.get(id);
  field?.insert(text);
  return field !== undefined;
}
