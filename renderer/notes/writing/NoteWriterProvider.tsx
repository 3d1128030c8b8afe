import { useMemo, type ReactNode } from 'react';
import { NoteWriterContext, type NoteWriter } from '../../text/useNoteWriter.ts';
import { useWriteNote } from './useWriteNote.ts';

/** Lets headings and outline start a note on a section. */
export function NoteWriterProvider({ children }: { readonly children: ReactNode }) {
  const write = useWriteNote();
  const writer = useMemo<NoteWriter>(
    () => ({
      onSection: ({ documentId, key: sectionKey }) => {
        void write({ target: { kind: 'section', documentId, sectionKey }, pigment: null });
      },
    }),
    [write],
  );
  return <NoteWriterContext value={writer}>{children}</NoteWriterContext>;
}
