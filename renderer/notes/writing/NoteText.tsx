import { NoteBody } from '../../ui/NoteBody.tsx';
import { LinkChip } from './LinkChip.tsx';
import styles from './NoteText.module.css';

/** A note as one reads it. */
export function NoteText({ body }: { readonly body: string }) {
  return (
    <div className={styles['note']}>
      <NoteBody body={body} Link={LinkChip} />
    </div>
  );
}
