import { ChevronLeft, ChevronRight, TextSelect } from 'lucide-react';
import { tidyRange } from '../../../shared/anchoring/tidyRange.ts';
import type { Annotation } from '../../../shared/domain/annotation.ts';
import type { DocumentContent } from '../../../shared/domain/document.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { placeOfSelection } from '../../text/placeOfSelection.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './MarkEnds.module.css';
import { stepEnd } from './stepEnd.ts';
import { useAnnotationActions } from '../useAnnotationActions.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';

/** Extends and shrinks a mark by one character at either end, or to the selection. */
export function MarkEnds({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const { move } = useAnnotationActions();
  const standing = useStandingAnnotations().find(
    (one) => one.annotation.id === annotation.id,
  )?.standing;
  const place = standing?.kind === 'placed' ? standing.place : null;
  const { data: content } = useAnswer(
    'getDocument',
    { documentId: place?.documentId ?? documentOf(annotation) },
    { enabled: place !== null },
  );
  if (place === null || content === undefined) return null;

  const moveTo = (range: TextRange | null): void => {
    if (range === null || range.start >= range.end) return;
    const { start, end } = range;
    void move(
      annotation.id,
      { documentId: place.documentId, start, end },
      content.text.slice(start, end),
    );
  };
  return (
    <span
      role="group"
      aria-label={notes.ends}
      className={styles['ends']}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <IconButton
        icon={ChevronLeft}
        label={notes.extendStart}
        onClick={() => {
          moveTo(stepEnd(content.text, place, 'start', -1));
        }}
      />
      <IconButton
        icon={ChevronRight}
        label={notes.shrinkStart}
        onClick={() => {
          moveTo(stepEnd(content.text, place, 'start', 1));
        }}
      />
      <IconButton
        icon={TextSelect}
        label={notes.useSelection}
        onClick={() => {
          moveTo(selectedRange(content));
        }}
      />
      <IconButton
        icon={ChevronLeft}
        label={notes.shrinkEnd}
        onClick={() => {
          moveTo(stepEnd(content.text, place, 'end', -1));
        }}
      />
      <IconButton
        icon={ChevronRight}
        label={notes.extendEnd}
        onClick={() => {
          moveTo(stepEnd(content.text, place, 'end', 1));
        }}
      />
    </span>
  );
}

function documentOf({ target }: Annotation) {
  if (target.kind !== 'passage') throw new Error('only a mark has ends');
  return target.anchor.documentId;
}

function selectedRange(content: DocumentContent): TextRange | null {
  const article = [...document.querySelectorAll('article')].find((one) =>
    one.contains(window.getSelection()?.anchorNode ?? null),
  );
  const range = article && placeOfSelection(window.getSelection(), article, content);
  return range ? tidyRange(content.text, range) : null;
}
