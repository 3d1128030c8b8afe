import { useMemo } from 'react';
import type { TextRange } from '../../../shared/domain/place.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { placeOfSelection } from '../../text/placeOfSelection.ts';
import type { Surface } from '../../text/useSurface.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';
import { currentSentence } from './subjectOfMarking.ts';

/** What a key or a button is about, asked when it is pressed. Ranges are of the pane's document. */
export type Subject = {
  readonly selected: () => TextRange | null;
  readonly opened: () => StandingAnnotation | undefined;
  /** The selection, else the open mark where it stands in this text, else the current sentence. */
  readonly range: () => TextRange | null;
};

export function useSubject(surface: Surface): Subject {
  const { openAnnotation } = useOpenAnnotation();
  const all = useStandingAnnotations();
  return useMemo(() => {
    const { content, root } = surface;
    const selected = (): TextRange | null => placeOfSelection(window.getSelection(), root, content);
    const opened = (): StandingAnnotation | undefined =>
      all.find(({ annotation }) => annotation.id === openAnnotation);
    const openedRange = (): TextRange | null => {
      const standing = opened()?.standing;
      return standing?.kind === 'placed' && standing.place.documentId === content.document.id
        ? standing.place
        : null;
    };
    const range = (): TextRange | null => selected() ?? openedRange() ?? currentSentence(surface);
    return { selected, opened, range };
  }, [surface, all, openAnnotation]);
}
