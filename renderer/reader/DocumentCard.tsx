import type { Document } from '../../shared/domain/document.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer } from '../app/useYandu.ts';
import styles from './DocumentCard.module.css';

type DocumentCardProps = {
  readonly document: Document;
  readonly isCurrent: boolean;
  /** Opens it, or opens it beside the present one (Ctrl). */
  readonly onOpen: (isBeside: boolean) => void;
};

/** A document's title and what there is to know before opening it. */
export function DocumentCard({ document, isCurrent, onOpen }: DocumentCardProps) {
  const { reading } = useStrings();
  const { data: places = [] } = useAnswer('listReadingPlaces', {});
  const unitsRead = places.find((place) => place.documentId === document.id)?.unitsRead ?? 0;
  const percent = document.length === 0 ? 0 : Math.round((100 * unitsRead) / document.length);
  const facts = [
    document.status,
    document.date,
    reading.characters(document.length),
    percent === 0 ? reading.unread : reading.read(percent),
  ].filter((fact) => fact !== null);
  return (
    <button
      type="button"
      className={styles['card']}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={(event) => {
        onOpen(event.ctrlKey || event.metaKey);
      }}
    >
      <span className={styles['title']}>{document.title}</span>
      <span className={styles['facts']}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </button>
  );
}
