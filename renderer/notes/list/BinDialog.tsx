import { useState } from 'react';
import { useLanguage, useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './BinDialog.module.css';
import { formatMoment } from '../formatMoment.ts';
import { NoteText } from '../writing/NoteText.tsx';
import { useAnnotationActions } from '../useAnnotationActions.ts';

/** What was deleted in the last thirty days, to be given back or erased. */
export function BinDialog({ onClose }: { readonly onClose: () => void }) {
  const { notes, app } = useStrings();
  const language = useLanguage();
  const { data: bin = [] } = useAnswer('listBin', {});
  const { restore, erase } = useAnnotationActions();
  const [isAsking, setIsAsking] = useState(false);
  const footer = isAsking ? (
    <>
      <span role="alert">{notes.eraseQuestion(bin.length)}</span>
      <Button
        kind="primary"
        onClick={() => {
          setIsAsking(false);
          void erase(bin.map(({ id }) => id));
        }}
      >
        {notes.erase}
      </Button>
      <Button
        onClick={() => {
          setIsAsking(false);
        }}
      >
        {app.cancel}
      </Button>
    </>
  ) : (
    <Button
      disabled={bin.length === 0}
      onClick={() => {
        setIsAsking(true);
      }}
    >
      {notes.eraseAll}
    </Button>
  );
  return (
    <Dialog title={notes.bin} size="wide" onClose={onClose} footer={footer}>
      <p className={styles['hint']}>{bin.length === 0 ? notes.binEmpty : notes.binHint}</p>
      <ul className={styles['list']}>
        {bin.map(({ id, target, note, deletedAt }) => (
          <li key={id} className={styles['row']}>
            <div>
              {target.kind === 'passage' && (
                <blockquote className={styles['quote']}>{target.anchor.quote}</blockquote>
              )}
              <NoteText body={note} />
              {deletedAt !== null && (
                <time className={styles['hint']} dateTime={deletedAt}>
                  {notes.deletedOn(formatMoment(deletedAt, new Date(), language))}
                </time>
              )}
            </div>
            <Button onClick={() => void restore([id])}>{notes.restore}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
