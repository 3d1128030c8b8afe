import { Lock } from 'lucide-react';
import { memo } from 'react';
import type { Annotation } from '../../../shared/domain/annotation.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { useStrings, useLanguage } from '../../app/useStrings.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { classNames } from '../../ui/classNames.ts';
import { formatMoment } from '../formatMoment.ts';
import styles from './NoteCard.module.css';
import { NoteText } from '../writing/NoteText.tsx';
import { OpenCard } from './OpenCard.tsx';
import { Referrers } from './Referrers.tsx';

type NoteCardProps = {
  readonly annotation: Annotation;
  readonly isOpen: boolean;
  /** The notes that link to its passage. */
  readonly referrers: readonly AnnotationId[];
};

/** A note in the margin: read when closed, worked on when open. Drawn again only when it changes. */
export const NoteCard = memo(function NoteCard({ annotation, isOpen, referrers }: NoteCardProps) {
  const { notes } = useStrings();
  const { dispatch } = useOpenAnnotation();
  return (
    <article
      className={classNames(styles['card'], isOpen && styles['open'])}
      data-pigment={annotation.pigment ?? undefined}
      aria-label={notes.note}
    >
      {isOpen ? (
        <OpenCard annotation={annotation} />
      ) : (
        <>
          <NoteText body={annotation.note} />
          <CardFoot annotation={annotation} />
          <button
            type="button"
            className={styles['opener']}
            aria-label={notes.editNote}
            onClick={() => {
              dispatch({ kind: 'openAnnotation', id: annotation.id });
            }}
          />
        </>
      )}
      {referrers.length > 0 && <Referrers ids={referrers} />}
    </article>
  );
});

/** Type, tags and date in one quiet line. */
export function CardFoot({ annotation }: { readonly annotation: Annotation }) {
  const { notes } = useStrings();
  const language = useLanguage();
  const { type, tagIds, isPrivate, updatedAt, author } = annotation;
  return (
    <p className={styles['foot']}>
      {type && <span className={styles['type']}>{notes.types[type]}</span>}
      {tagIds.length > 0 && <TagNames tagIds={tagIds} />}
      {isPrivate && <Lock size={12} role="img" aria-label={notes.isPrivate} />}
      {author !== null && <span>{author}</span>}
      <time dateTime={updatedAt}>{formatMoment(updatedAt, new Date(), language)}</time>
    </p>
  );
}

function TagNames({ tagIds }: Pick<Annotation, 'tagIds'>) {
  const { data: tags = [] } = useAnswer('listTags', {});
  return tags
    .filter(({ id }) => tagIds.includes(id))
    .map(({ id, name }) => <span key={id}>#{name}</span>);
}
