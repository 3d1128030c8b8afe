import { citeLink } from '../../shared/notes/citeLink.ts';
import type { NoteLink } from '../../shared/notes/parseNote.ts';
import { useAnswer } from '../app/useYandu.ts';
import { NoteBody } from '../ui/NoteBody.tsx';
import styles from './CardNote.module.css';

/** The note of a card, as the handout will have it: a link is its name and leads nowhere. */
export function CardNote({ body }: { readonly body: string }) {
  return (
    <div className={styles['note']}>
      <NoteBody body={body} Link={LinkName} />
    </div>
  );
}

function LinkName({ link }: { readonly link: NoteLink }) {
  const isUnnamed = link.label === null;
  const { documentId } = link.place;
  const { data = null } = useAnswer('getDocument', { documentId }, { enabled: isUnnamed });
  return <>{citeLink(link, () => data)}</>;
}
