import { useMemo } from 'react';
import type { Pigment } from '../../../shared/domain/annotation.ts';
import { citePlace } from '../../../shared/citation/citePlace.ts';
import { formatCitation } from '../../../shared/citation/formatCitation.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { writeLink } from '../../../shared/notes/writeLink.ts';
import { placeLink } from '../../../shared/text/placeLink.ts';
import { useAnnounce } from '../../app/useAnnounce.ts';
import { useAppState } from '../../app/useAppState.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useWorkspaceStore } from '../../app/useWorkspace.ts';
import { useCall, useInvalidate } from '../../app/useYandu.ts';
import { placeOfSelection } from '../../text/placeOfSelection.ts';
import type { Surface } from '../../text/useSurface.ts';
import { focusNote, insertInNote } from '../writing/noteFields.ts';
import { currentParagraph, currentSection, currentSentence } from './subjectOfMarking.ts';
import { useAnnotationActions, type NewAnnotation } from '../useAnnotationActions.ts';
import { useCopyPassage } from './useCopyPassage.ts';
import { usePigmentName } from './usePigmentName.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';
import { useWriteNote } from '../writing/useWriteNote.ts';

export type Marking = {
  /** Marks the selection or recolours the open mark; else marks the current sentence. */
  readonly colour: (pigment: Pigment) => void;
  readonly note: () => void;
  /** A note on the section one stands in, on the whole document, on nothing in particular. */
  readonly noteOnSection: () => void;
  readonly noteOnDocument: () => void;
  readonly freeNote: () => void;
  readonly addToHandout: () => void;
  readonly copy: () => void;
  readonly copyLink: () => void;
  /** Writes a link to the selection into the open note. */
  readonly linkInNote: () => void;
  readonly markParagraph: () => void;
};

/** What the bar and the keys do to the text of one pane. */
export function useMarking(surface: Surface): Marking {
  const { notes } = useStrings();
  const { openAnnotation } = useOpenAnnotation();
  const write = useWriteNote();
  const actions = useAnnotationActions();
  const { pack } = useAppState();
  const workspace = useWorkspaceStore();
  const call = useCall();
  const invalidate = useInvalidate();
  const announce = useAnnounce();
  const copyPassage = useCopyPassage();
  const pigmentName = usePigmentName();
  const all = useStandingAnnotations();

  return useMemo(() => {
    const { content, root } = surface;
    const selected = (): TextRange | null => placeOfSelection(window.getSelection(), root, content);
    const open = (): StandingAnnotation | undefined =>
      all.find(({ annotation }) => annotation.id === openAnnotation);
    const openRange = (): TextRange | null => {
      const standing = open()?.standing;
      return standing?.kind === 'placed' && standing.place.documentId === content.document.id
        ? standing.place
        : null;
    };
    const subject = (): TextRange | null => selected() ?? openRange() ?? currentSentence(surface);
    const placeOf = ({ start, end }: TextRange) => ({
      documentId: content.document.id,
      start,
      end,
    });
    const quoteOf = ({ start, end }: TextRange): string => content.text.slice(start, end);

    const markOf = (range: TextRange, pigment: Pigment) => ({
      target: { kind: 'passage' as const, place: placeOf(range), quote: quoteOf(range) },
      pigment,
    });
    const linkTo = (range: TextRange): string => placeLink(placeOf(range), pack.version);
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
      const isStored = make(markOf(range, pigment));
      window.getSelection()?.collapseToEnd();
      void isStored.then((isDone) => {
        if (isDone) announce(notes.markedToast(pigmentName(pigment)));
      });
    };
    const markOnly = (made: NewAnnotation): Promise<boolean> => actions.create(made).isStored;

    return {
      colour: (pigment) => {
        const opened = open();
        if (selected() === null && opened !== undefined && opened.annotation.pigment !== null) {
          void actions.change(opened.annotation.id, { pigment });
          return;
        }
        mark(selected() ?? currentSentence(surface), pigment, markOnly);
      },
      note: () => {
        const opened = open();
        if (selected() === null && opened !== undefined) {
          focusNote(opened.annotation.id);
          return;
        }
        mark(selected() ?? currentSentence(surface), 'gamboge', write);
      },
      noteOnSection: () => {
        const section = currentSection(surface);
        if (section === null) announce(notes.noSection);
        else {
          const { documentId, key: sectionKey } = section;
          void write({ target: { kind: 'section', documentId, sectionKey }, pigment: null });
        }
      },
      noteOnDocument: () => {
        void write({
          target: { kind: 'document', documentId: content.document.id },
          pigment: null,
        });
      },
      freeNote: () => {
        void write({ target: { kind: 'free' }, pigment: null });
      },
      addToHandout: () => {
        const range = subject();
        if (range === null) return;
        const annotationId = selected() === null ? (open()?.annotation.id ?? null) : null;
        void call('addExcerpts', {
          id: workspace.read().handoutId,
          title: notes.newHandout,
          excerpts: [{ place: placeOf(range), quote: quoteOf(range), annotationId }],
        }).then((answer) => {
          if (!answer.ok) return;
          invalidate('listHandouts');
          announce(notes.addedToHandout);
        });
      },
      copy: () => {
        const range = subject();
        if (range !== null) copyPassage(content, range);
      },
      copyLink: () => {
        const range = subject();
        if (range === null) return;
        void navigator.clipboard.writeText(linkTo(range)).then(() => {
          announce(notes.linkCopied);
        });
      },
      linkInNote: () => {
        const range = selected();
        const opened = open()?.annotation;
        if (range === null || opened === undefined) {
          announce(notes.linkInNoteHint);
          return;
        }
        const label = formatCitation(citePlace(content, placeOf(range)), 'short');
        const link = writeLink(label, linkTo(range));
        // A note that is not on screen takes the link at its end.
        const isTyped = insertInNote(opened.id, link);
        if (!isTyped) void actions.change(opened.id, { note: `${opened.note}${link}` });
        announce(notes.linkedInNote(label));
      },
      markParagraph: () => {
        mark(selected() ?? currentParagraph(surface), 'gamboge', markOnly);
      },
    };
  }, [
    surface,
    all,
    openAnnotation,
    actions,
    announce,
    call,
    copyPassage,
    write,
    invalidate,
    notes,
    pack,
    pigmentName,
    workspace,
  ]);
}
