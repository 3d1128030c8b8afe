import { memo, type MouseEvent } from 'react';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import type { Place } from '../../../shared/domain/place.ts';
import { assertNever } from '../../../shared/domain/result.ts';
import type { Strings } from '../../../shared/strings/zh.ts';
import { useStrings } from '../../app/useStrings.ts';
import { classNames } from '../../ui/classNames.ts';
import styles from './AnnotationRow.module.css';
import type { ListedAnnotation } from './groupAnnotations.ts';
import { CardFoot } from '../margin/NoteCard.tsx';
import { NoteText } from '../writing/NoteText.tsx';
import { OpenCard } from '../margin/OpenCard.tsx';
import { Proposal } from '../margin/Proposal.tsx';
import { Unplaced } from './Unplaced.tsx';

export type RowActions = {
  readonly toggle: (id: AnnotationId) => void;
  /** Chooses everything from the row touched last to this one. */
  readonly extendTo: (id: AnnotationId) => void;
  readonly open: (id: AnnotationId, place: Place | null) => void;
  readonly reach: (id: AnnotationId) => void;
};

type AnnotationRowProps = {
  readonly one: ListedAnnotation;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  /** True for the one row the Tab key comes to. */
  readonly isCurrent: boolean;
  /** The same functions at every render. */
  readonly actions: RowActions;
};

/** One annotation in the list: what it is about, its note, its facts; a click goes there. */
export const AnnotationRow = memo(function AnnotationRow(props: AnnotationRowProps) {
  const { one, isSelected, isOpen, isCurrent, actions } = props;
  const { notes } = useStrings();
  const { annotation, standing, place } = one;
  const { id, target, note, pigment } = annotation;
  const isPassage = target.kind === 'passage';
  const name = nameOf(one, notes);
  return (
    <li
      className={classNames(
        styles['row'],
        isOpen && styles['open'],
        isSelected && styles['chosen'],
      )}
      data-row={id}
      onFocus={() => {
        actions.reach(id);
      }}
    >
      <input
        type="checkbox"
        data-row-control
        tabIndex={isCurrent ? 0 : -1}
        aria-label={notes.select((isPassage ? name : note || name).slice(0, 20))}
        checked={isSelected}
        onChange={({ nativeEvent }) => {
          if (nativeEvent instanceof PointerEvent && nativeEvent.shiftKey) actions.extendTo(id);
          else actions.toggle(id);
        }}
      />
      <div className={styles['body']} data-pigment={pigment ?? undefined}>
        <button
          type="button"
          data-row-control
          tabIndex={isCurrent ? 0 : -1}
          className={styles[isPassage ? 'quote' : 'about']}
          onClick={(event) => {
            press(event, one, actions);
          }}
        >
          {name}
        </button>
        {/* What stands in the text is worked on beside its place, everything else here. */}
        {isOpen && place === null ? (
          <OpenCard annotation={annotation} />
        ) : (
          <NoteOf note={note} isMissed={!isPassage} />
        )}
        {standing.kind === 'review' && <Proposal annotation={annotation} standing={standing} />}
        {isGone(one) && <Unplaced annotation={annotation} />}
        <CardFoot annotation={annotation} />
      </div>
    </li>
  );
}, isSameRow);

/** A section the pack no longer has is named by what it was called. */
function nameOf(
  { annotation: { target }, sectionTitle }: ListedAnnotation,
  notes: Strings['notes'],
) {
  switch (target.kind) {
    case 'passage':
      return target.anchor.quote;
    case 'section':
      return notes.onSection(sectionTitle ?? target.sectionKey);
    case 'document':
      return notes.onDocument;
    case 'free':
      return notes.freeNotes;
    default:
      return assertNever(target);
  }
}

function isGone({ annotation: { target }, standing, place }: ListedAnnotation): boolean {
  return standing.kind === 'gone' || (target.kind === 'section' && place === null);
}

/** As with files: Ctrl chooses this one too, Shift all up to it; otherwise it is opened. */
function press(event: MouseEvent, one: ListedAnnotation, actions: RowActions): void {
  const { id } = one.annotation;
  if (event.shiftKey) actions.extendTo(id);
  else if (event.ctrlKey || event.metaKey) actions.toggle(id);
  else actions.open(id, one.place);
}

/** A list asked anew holds the same annotations again; only what changed is drawn. */
function isSameRow(one: AnnotationRowProps, other: AnnotationRowProps): boolean {
  return (
    one.one.annotation === other.one.annotation &&
    one.one.standing.kind === other.one.standing.kind &&
    one.one.sectionTitle === other.one.sectionTitle &&
    one.one.place?.start === other.one.place?.start &&
    one.isSelected === other.isSelected &&
    one.isOpen === other.isOpen &&
    one.isCurrent === other.isCurrent &&
    one.actions === other.actions
  );
}

type NoteOfProps = {
  readonly note: string;
  /** An annotation that is nothing but a note asks for one. */
  readonly isMissed: boolean;
};

function NoteOf({ note, isMissed }: NoteOfProps) {
  const { notes } = useStrings();
  if (note.trim() !== '') {
    return (
      <div className={styles['note']}>
        <NoteText body={note} />
      </div>
    );
  }
  return isMissed ? <p className={styles['empty']}>{notes.writeNote}</p> : null;
}
