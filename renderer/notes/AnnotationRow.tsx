import { memo } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { classNames } from '../ui/classNames.ts';
import styles from './AnnotationRow.module.css';
import { CardFoot } from './NoteCard.tsx';
import { NoteText } from './NoteText.tsx';
import { OpenCard } from './OpenCard.tsx';
import type { StandingAnnotation } from './placeAnnotations.ts';
import { Proposal } from './Proposal.tsx';

type AnnotationRowProps = {
  readonly one: StandingAnnotation;
  readonly isSelected: boolean;
  readonly onSelect: (id: AnnotationId, isSelected: boolean) => void;
};

/** One annotation in the list: quote, note, what it is; a click goes to its passage. */
export const AnnotationRow = memo(function AnnotationRow(props: AnnotationRowProps) {
  const { one, isSelected, onSelect } = props;
  const { notes } = useStrings();
  const { openAnnotation, dispatch } = useOpenAnnotation();
  const { annotation, standing } = one;
  const quote = annotation.target.kind === 'passage' ? annotation.target.anchor.quote : null;
  const isOpen = openAnnotation === annotation.id;
  const open = (): void => {
    if (standing.kind === 'placed') dispatch({ kind: 'go', place: standing.place });
    dispatch({ kind: 'openAnnotation', id: annotation.id });
  };
  return (
    <li className={classNames(styles['row'], isOpen && styles['open'])}>
      <input
        type="checkbox"
        aria-label={notes.select((quote ?? annotation.note).slice(0, 20))}
        checked={isSelected}
        onChange={(event) => {
          onSelect(annotation.id, event.target.checked);
        }}
      />
      <div className={styles['body']} data-pigment={annotation.pigment ?? undefined}>
        {quote === null ? (
          <NoteOfNoPassage one={one} isOpen={isOpen} onOpen={open} />
        ) : (
          <>
            <button type="button" className={styles['quote']} onClick={open}>
              {quote}
            </button>
            {annotation.note.trim() !== '' && <NoteText body={annotation.note} />}
          </>
        )}
        {standing.kind === 'review' && <Proposal annotation={annotation} standing={standing} />}
        {standing.kind === 'gone' && <p className={styles['gone']}>{notes.gone}</p>}
        <CardFoot annotation={annotation} />
      </div>
    </li>
  );
}, isSameRow);

/** A list asked anew holds the same annotations again; only what changed is drawn. */
function isSameRow(one: AnnotationRowProps, other: AnnotationRowProps): boolean {
  return (
    one.one.annotation === other.one.annotation &&
    one.one.standing.kind === other.one.standing.kind &&
    one.isSelected === other.isSelected &&
    one.onSelect === other.onSelect
  );
}

type NoteOfNoPassageProps = {
  readonly one: StandingAnnotation;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

/** A note on a section, a document or nothing in particular is worked on in the list itself. */
function NoteOfNoPassage({ one: { annotation }, isOpen, onOpen }: NoteOfNoPassageProps) {
  const { notes } = useStrings();
  if (isOpen) return <OpenCard annotation={annotation} />;
  const { target } = annotation;
  const about =
    target.kind === 'section'
      ? target.sectionKey
      : target.kind === 'document'
        ? notes.onDocument
        : notes.freeNotes;
  return (
    <>
      <button type="button" className={styles['about']} onClick={onOpen}>
        {about}
      </button>
      {annotation.note.trim() === '' ? (
        <p className={styles['empty']}>{notes.writeNote}</p>
      ) : (
        <NoteText body={annotation.note} />
      )}
    </>
  );
}
