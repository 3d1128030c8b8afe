import type { Annotation } from '../../../shared/domain/annotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../margin/Proposal.module.css';
import { useAnnotationActions } from '../useAnnotationActions.ts';

/** What stands nowhere in this edition keeps its quote and note, and can be looked for again. */
export function Unplaced({ annotation: { id, target } }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const { seek } = useAnnotationActions();
  return (
    <div className={styles['proposal']}>
      <p>{notes.gone}</p>
      {target.kind === 'passage' && (
        <Button kind="quiet" onClick={() => void seek(id)}>
          {notes.seekAgain}
        </Button>
      )}
    </div>
  );
}
