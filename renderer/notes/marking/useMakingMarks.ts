import { useMemo } from 'react';
import type { Pigment } from '../../../shared/domain/annotation.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { useAnnounce } from '../../app/useAnnounce.ts';
import { useStrings } from '../../app/useStrings.ts';
import type { Surface } from '../../text/useSurface.ts';
import { useAnnotationActions, type NewAnnotation } from '../useAnnotationActions.ts';
import { focusNote } from '../writing/noteFields.ts';
import { useWriteNote } from '../writing/useWriteNote.ts';
import { currentParagraph, currentSection, currentSentence } from './subjectOfMarking.ts';
import { usePigmentName } from './usePigmentName.ts';
import type { Subject } from './useSubject.ts';

export type MakingMarks = {
  /** Marks the selection or recolours the open mark; else marks the current sentence. */
  readonly colour: (pigment: Pigment) => void;
  readonly markParagraph: () => void;
  readonly note: () => void;
  /** A note on the section one stands in, on the whole document, on nothing in particular. */
  readonly noteOnSection: () => void;
  readonly noteOnDocument: () => void;
  readonly freeNote: () => void;
};

/** New marks and notes in the text of one pane. */
export function useMakingMarks(surface: Surface, subject: Subject): MakingMarks {
  const { notes } = useStrings();
  const write = useWriteNote();
  const actions = useAnnotationActions();
  const announce = useAnnounce();
  const pigmentName = usePigmentName();

  return useMemo(() => {
    const { document, text } = surface.content;
    const markOnly = (made: NewAnnotation): Promise<boolean> => actions.create(made).isStored;
    /** Makes a mark of a range, with its note opened for writing or not. */
    const mark = (
      range: TextRange | null,
      pigment: Pigment,
      make: (made: NewAnnotation) => Promise<boolean>,
    ): void => {
      if (range === null) {
        announce(notes.nothingSelected);
        return;
      }
      const { start, end } = range;
      const place = { documentId: document.id, start, end };
      const quote = text.slice(start, end);
      const isStored = make({ target: { kind: 'passage', place, quote }, pigment });
      window.getSelection()?.collapseToEnd();
      void isStored.then((isDone) => {
        if (isDone) announce(notes.markedToast(pigmentName(pigment)));
      });
    };

    return {
      colour: (pigment) => {
        const opened = subject.opened();
        const selected = subject.selected();
        if (selected === null && opened !== undefined && opened.annotation.pigment !== null) {
          void actions.change(opened.annotation.id, { pigment });
          return;
        }
        mark(selected ?? currentSentence(surface), pigment, markOnly);
      },
      markParagraph: () => {
        mark(subject.selected() ?? currentParagraph(surface), 'gamboge', markOnly);
      },
      note: () => {
        const opened = subject.opened();
        const selected = subject.selected();
        if (selected === null && opened !== undefined) {
          focusNote(opened.annotation.id);
          return;
        }
        mark(selected ?? currentSentence(surface), 'gamboge', write);
      },
      noteOnSection: () => {
        const section = currentSection(surface);
        if (section === null) {
          announce(notes.noSection);
          return;
        }
        const { documentId, key: sectionKey } = section;
        void write({ target: { kind: 'section', documentId, sectionKey }, pigment: null });
      },
      noteOnDocument: () => {
        void write({ target: { kind: 'document', documentId: document.id }, pigment: null });
      },
      freeNote: () => {
        void write({ target: { kind: 'free' }, pigment: null });
      },
    };
  }, [surface, subject, actions, announce, notes, pigmentName, write]);
}
