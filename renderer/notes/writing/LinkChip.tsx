import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { citePlace } from '../../../shared/citation/citePlace.ts';
import { formatCitation } from '../../../shared/citation/formatCitation.ts';
import type { Place } from '../../../shared/domain/place.ts';
import type { NoteLink } from '../../../shared/notes/parseNote.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import styles from './LinkChip.module.css';
import { useLinkResolution } from './useNoteLinks.ts';

/** A link to a passage: its citation; a press goes there, and the back key returns. */
export function LinkChip({ link }: { readonly link: NoteLink }) {
  const { notes } = useStrings();
  const resolution = useLinkResolution(link.address);
  if (resolution?.status === 'gone') {
    return (
      <span className={styles['chip']} data-state="gone">
        {notes.linkGone(link.label ?? link.address)}
      </span>
    );
  }
  if (resolution?.status === 'changed') {
    return <PlaceChip place={resolution.proposal.place} label={link.label} isProposal />;
  }
  return (
    <PlaceChip place={resolution?.place ?? link.place} label={link.label} isProposal={false} />
  );
}

type PlaceChipProps = {
  readonly place: Place;
  readonly label: string | null;
  /** The passage has changed; this is the place most like it. */
  readonly isProposal: boolean;
};

function PlaceChip({ place, label, isProposal }: PlaceChipProps) {
  const { notes } = useStrings();
  const { dispatch } = useOpenAnnotation();
  const { data: content } = useAnswer('getDocument', { documentId: place.documentId });
  const citation = useMemo(
    () => (content === undefined ? null : formatCitation(citePlace(content, place), 'short')),
    [content, place],
  );
  const name = citation ?? label ?? '';
  return (
    <button
      type="button"
      className={styles['chip']}
      data-state={isProposal ? 'changed' : undefined}
      title={isProposal ? notes.linkChanged : content?.text.slice(place.start, place.end)}
      onClick={() => {
        dispatch({ kind: 'go', place });
      }}
    >
      <ArrowRight size={12} aria-hidden /> {isProposal ? notes.linkToReview(name) : name}
    </button>
  );
}
