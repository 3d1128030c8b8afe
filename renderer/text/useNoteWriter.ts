import type { Section } from '../../shared/domain/document.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

/** Starts notes that belong to no passage; the notes room supplies it to headings and outline. */
export type NoteWriter = {
  readonly onSection: (section: Pick<Section, 'documentId' | 'key'>) => void;
};

export const [NoteWriterContext, useNoteWriter] = createRequiredContext<NoteWriter>('note writer');
