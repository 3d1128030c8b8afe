import { useState } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { sectionPath } from '../../shared/text/sectionPath.ts';
import { useAnnotationSpans } from '../notes/marking/useAnnotationSpans.ts';
import { PrintedMark } from '../notes/printing/PrintedMark.tsx';
import { PrintedNotes } from '../notes/printing/PrintedNotes.tsx';
import { PrintedNotesProvider } from '../notes/printing/PrintedNotesProvider.tsx';
import { PrintSheet } from '../reader/PrintSheet.tsx';

type PrintedSectionProps = {
  readonly content: DocumentContent;
  /** A place in the section that is printed; before the first heading the whole document is. */
  readonly offset: number;
  readonly onDone: () => void;
};

/** The section one was in when it was to be printed, with the marks and notes on it. */
export function PrintedSection({ content, offset, onDone }: PrintedSectionProps) {
  const annotations = useAnnotationSpans(content.document.id);
  const [part] = useState(() => {
    const section = sectionPath(content.sections, offset).at(-1);
    return section ?? { start: 0, end: content.text.length };
  });
  return (
    <PrintedNotesProvider content={content} part={part}>
      <PrintSheet
        content={content}
        part={part}
        annotations={annotations}
        AnnotationMark={PrintedMark}
        notes={<PrintedNotes />}
        onDone={onDone}
      />
    </PrintedNotesProvider>
  );
}
