import type { Annotation } from '../../../shared/domain/annotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { Button } from '../../ui/Button.tsx';
import type { Standing } from '../placeAnnotations.ts';
import styles from './Proposal.module.css';
import { useAnnotationActions } from '../useAnnotationActions.ts';

type ProposalProps = {
  readonly annotation: Annotation;
  readonly standing: Extract<Standing, { kind: 'review' }>;
};

/** Where a mark might stand now that its text has changed: shown beside the old quote, decided by a person. */
export function Proposal({ annotation, standing: { place, text } }: ProposalProps) {
  const { notes } = useStrings();
  const { dispatch } = useOpenAnnotation();
  const { move, setAside } = useAnnotationActions();
  return (
    <div className={styles['proposal']}>
      <p>{notes.reviewHint}</p>
      <button
        type="button"
        className={styles['place']}
        onClick={() => {
          dispatch({ kind: 'go', place });
        }}
      >
        {notes.proposal}：{text}
      </button>
      <div className={styles['choices']}>
        <Button onClick={() => void move(annotation.id, place, text)}>
          {notes.acceptProposal}
        </Button>
        <Button kind="quiet" onClick={() => void setAside(annotation.id)}>
          {notes.setAside}
        </Button>
      </div>
    </div>
  );
}
