import { ArrowLeft } from 'lucide-react';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { replaceLinks } from '../../../shared/notes/parseNote.ts';
import { useStrings } from '../../app/useStrings.ts';
import chip from '../writing/LinkChip.module.css';
import styles from './Referrers.module.css';
import { useGoToAnnotation } from '../useGoToAnnotation.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';

/** Of a note's text, as much as names it. */
const NAME_LENGTH = 24;

/** The notes that link to a passage; a press goes to one of them. */
export function Referrers({ ids }: { readonly ids: readonly AnnotationId[] }) {
  const { notes } = useStrings();
  const go = useGoToAnnotation();
  const all = useStandingAnnotations();
  return (
    <p className={styles['referrers']}>
      {notes.referredToBy}{' '}
      {ids.map((id) => {
        const note = all.find(({ annotation }) => annotation.id === id)?.annotation.note ?? '';
        const text = replaceLinks(note, ({ label }) => label ?? '→').trim();
        return (
          <button key={id} type="button" className={chip['chip']} onClick={() => void go(id)}>
            <ArrowLeft size={12} aria-hidden /> {shortened(text)}
          </button>
        );
      })}
    </p>
  );
}

function shortened(text: string): string {
  return text.length <= NAME_LENGTH ? text : `${text.slice(0, NAME_LENGTH)}…`;
}
