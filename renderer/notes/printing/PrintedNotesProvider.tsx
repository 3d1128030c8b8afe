import { useMemo, type ReactNode } from 'react';
import type { DocumentContent } from '../../../shared/domain/document.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { createRequiredContext } from '../../ui/createRequiredContext.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';
import { listPrintedNotes, type PrintedNote } from './listPrintedNotes.ts';

const [PrintedNotesContext, usePrintedNotes] =
  createRequiredContext<readonly PrintedNote[]>('printed notes');

export { usePrintedNotes };

type PrintedNotesProviderProps = {
  readonly content: DocumentContent;
  readonly part: TextRange;
  readonly children: ReactNode;
};

/** The notes of what is printed, for the marks that name them and the list under the text. */
export function PrintedNotesProvider({ content, part, children }: PrintedNotesProviderProps) {
  const all = useStandingAnnotations();
  const notes = useMemo(() => listPrintedNotes(all, content, part), [all, content, part]);
  return <PrintedNotesContext value={notes}>{children}</PrintedNotesContext>;
}
