import { memo, type ReactNode } from 'react';
import type { Annotation, AnnotationTarget } from '../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/place.ts';
import { assertNever } from '../../shared/domain/result.ts';
import { useStrings } from '../app/useStrings.ts';
import { useOpenAnnotation } from '../app/useOpenAnnotation.ts';
import { useAnswer } from '../app/useYandu.ts';
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

/** One annotation in the list: what it is about, its note, its facts; a click goes there. */
export const AnnotationRow = memo(function AnnotationRow(props: AnnotationRowProps) {
  const { one, isSelected, onSelect } = props;
  const { notes } = useStrings();
  const { openAnnotation } = useOpenAnnotation();
  const { annotation } = one;
  const quote = annotation.target.kind === 'passage' ? annotation.target.anchor.quote : null;
  const isOpen = openAnnotation === annotation.id;
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
        <RowSubject one={one} isOpen={isOpen} />
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

type RowSubjectProps = { readonly one: StandingAnnotation; readonly isOpen: boolean };

function RowSubject({ one, isOpen }: RowSubjectProps) {
  const { notes } = useStrings();
  const { annotation, standing } = one;
  const { target } = annotation;
  switch (target.kind) {
    case 'passage': {
      const place = standing.kind === 'placed' ? standing.place : null;
      return (
        <RowBody annotation={annotation} isOpen={isOpen} name={target.anchor.quote} place={place}>
          {standing.kind === 'review' && <Proposal annotation={annotation} standing={standing} />}
          {standing.kind === 'gone' && <p className={styles['gone']}>{notes.gone}</p>}
        </RowBody>
      );
    }
    case 'section':
      return <SectionSubject annotation={annotation} target={target} isOpen={isOpen} />;
    case 'document': {
      const place = { documentId: target.documentId, start: 0, end: 0 };
      return (
        <RowBody annotation={annotation} isOpen={isOpen} name={notes.onDocument} place={place} />
      );
    }
    case 'free':
      return (
        <RowBody annotation={annotation} isOpen={isOpen} name={notes.freeNotes} place={null} />
      );
    default:
      return assertNever(target);
  }
}

type SectionSubjectProps = {
  readonly annotation: Annotation;
  readonly target: Extract<AnnotationTarget, { kind: 'section' }>;
  readonly isOpen: boolean;
};

/** A section the pack no longer has is named by what it was called. */
function SectionSubject({ annotation, target, isOpen }: SectionSubjectProps) {
  const { notes } = useStrings();
  const { documentId, sectionKey } = target;
  const { data: content } = useAnswer('getDocument', { documentId });
  const section = content?.sections.find(({ key }) => key === sectionKey);
  const place = section ? { documentId, start: section.start, end: section.start } : null;
  const name = notes.onSection(section?.title ?? sectionKey);
  return (
    <RowBody annotation={annotation} isOpen={isOpen} name={name} place={place}>
      {content !== undefined && section === undefined && (
        <p className={styles['gone']}>{notes.gone}</p>
      )}
    </RowBody>
  );
}

type RowBodyProps = {
  readonly annotation: Annotation;
  readonly isOpen: boolean;
  readonly name: string;
  /** Where it stands in the text. What stands nowhere is worked on here, everything else beside its place. */
  readonly place: Place | null;
  readonly children?: ReactNode;
};

function RowBody({ annotation, isOpen, name, place, children }: RowBodyProps) {
  const { notes } = useStrings();
  const { dispatch } = useOpenAnnotation();
  const { id, note, target } = annotation;
  return (
    <>
      <button
        type="button"
        className={styles[target.kind === 'passage' ? 'quote' : 'about']}
        onClick={() => {
          if (place !== null) dispatch({ kind: 'go', place, flash: place.end > place.start });
          dispatch({ kind: 'openAnnotation', id });
        }}
      >
        {name}
      </button>
      {isOpen && place === null ? (
        <OpenCard annotation={annotation} />
      ) : note.trim() !== '' ? (
        <NoteText body={note} />
      ) : (
        target.kind !== 'passage' && <p className={styles['empty']}>{notes.writeNote}</p>
      )}
      {children}
    </>
  );
}
