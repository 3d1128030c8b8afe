import { useMemo } from 'react';
import type { Annotation, Pigment } from '../../shared/domain/annotation.ts';
import type { TextRange } from '../../shared/domain/place.ts';
import { placeLink } from '../../shared/text/placeLink.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useCall, useInvalidate } from '../app/useYandu.ts';
import { placeOfSelection } from '../text/placeOfSelection.ts';
import type { Surface } from '../text/useSurface.ts';
import { requestNoteFocus } from './noteFocus.ts';
import { currentParagraph, currentSentence } from './subjectOfMarking.ts';
import { useAnnotationActions } from './useAnnotationActions.ts';
import { useCopyPassage } from './useCopyPassage.ts';
import { usePigmentName } from './usePigmentName.ts';
import type { StandingAnnotation } from './placeAnnotations.ts';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

export type Marking = {
  /** Marks the selection or recolours the open mark; else marks the current sentence. */
  readonly colour: (pigment: Pigment) => void;
  readonly note: () => void;
  readonly addToHandout: () => void;
  readonly copy: () => void;
  readonly copyLink: () => void;
  readonly markParagraph: () => void;
};

/** What the bar and the keys do to the text of one pane. */
export function useMarking(surface: Surface): Marking {
  const { notes } = useStrings();
  const { openAnnotation, dispatch } = useOpenAnnotation();
  const actions = useAnnotationActions();
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

    const mark = async (range: TextRange | null, pigment: Pigment): Promise<Annotation | null> => {
      if (range === null) {
        announce(notes.nothingSelected);
        return null;
      }
      const made = await actions.create({
        target: { kind: 'passage', place: placeOf(range), quote: quoteOf(range) },
        pigment,
      });
      if (made === null) return null;
      window.getSelection()?.collapseToEnd();
      announce(notes.markedToast(pigmentName(pigment)));
      return made;
    };

    return {
      colour: (pigment) => {
        const opened = open();
        if (selected() === null && opened !== undefined && opened.annotation.pigment !== null) {
          void actions.change(opened.annotation.id, { pigment });
          return;
        }
        void mark(selected() ?? currentSentence(surface), pigment);
      },
      note: () => {
        const opened = open();
        if (selected() === null && opened !== undefined) {
          requestNoteFocus(opened.annotation.id);
          return;
        }
        void mark(selected() ?? currentSentence(surface), 'gamboge').then((made) => {
          if (made === null) return;
          dispatch({ kind: 'openAnnotation', id: made.id });
          requestNoteFocus(made.id);
        });
      },
      addToHandout: () => {
        const range = subject();
        if (range === null) return;
        const annotationId = selected() === null ? (open()?.annotation.id ?? null) : null;
        void call('addExcerpts', {
          id: null,
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
        void navigator.clipboard.writeText(placeLink(placeOf(range))).then(() => {
          announce(notes.linkCopied);
        });
      },
      markParagraph: () => void mark(selected() ?? currentParagraph(surface), 'gamboge'),
    };
  }, [
    surface,
    all,
    openAnnotation,
    actions,
    announce,
    call,
    copyPassage,
    dispatch,
    invalidate,
    notes,
    pigmentName,
  ]);
}
