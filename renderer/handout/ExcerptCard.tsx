import type { Annotation } from '../../shared/domain/annotation.ts';
import { useStrings } from '../app/useStrings.ts';
import { Button } from '../ui/Button.tsx';
import { CardNote } from './CardNote.tsx';
import styles from './ExcerptShelf.module.css';

/** What a dragged card carries: the id of its annotation. */
export const excerptDragType = 'application/x-yandu-excerpt';

type ExcerptCardProps = {
  readonly annotation: Annotation;
  readonly source: string;
  readonly isUsed: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onAdd: () => void;
};

/** One mark: its passage, its note, where it comes from, and whether the handout has it. */
export function ExcerptCard(props: ExcerptCardProps) {
  const { annotation, source, isUsed, isChosen, onChoose, onAdd } = props;
  const { handout: words } = useStrings();
  const quote = annotation.target.kind === 'passage' ? annotation.target.anchor.quote : '';
  return (
    <li
      className={styles['card']}
      data-pigment={annotation.pigment ?? 'none'}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(excerptDragType, annotation.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      <blockquote>{quote}</blockquote>
      {annotation.note !== '' && <CardNote body={annotation.note} />}
      <div className={styles['foot']}>
        <input type="checkbox" aria-label={words.choose} checked={isChosen} onChange={onChoose} />
        <span className={styles['source']}>{source}</span>
        <span data-used={isUsed}>{isUsed ? words.used : words.unused}</span>
        <Button kind="quiet" onClick={onAdd}>
          {words.addExcerpt}
        </Button>
      </div>
    </li>
  );
}
