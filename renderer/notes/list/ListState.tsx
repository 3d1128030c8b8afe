import { useStrings } from '../../app/useStrings.ts';
import { useAnnotationListView } from './AnnotationListProvider.tsx';
import styles from './AnnotationsPanel.module.css';
import { countChoices, noFilter } from './filterAnnotations.ts';
import type { StandingAnnotation } from '../placeAnnotations.ts';

type ListStateProps = {
  readonly all: readonly StandingAnnotation[];
  readonly shownCount: number;
  readonly chosenCount: number;
  readonly onChooseAll: () => void;
};

/** How many there are, how many of them are shown and chosen, and the way to those that wait for a decision. */
export function ListState({ all, shownCount, chosenCount, onChooseAll }: ListStateProps) {
  const { notes } = useStrings();
  const { filter, setFilter } = useAnnotationListView();
  const isFiltered = countChoices(filter) > 0 || filter.words.trim() !== '';
  return (
    <>
      <div className={styles['state']}>
        <p role="status">
          {notes.count(shownCount, all.length)}
          {chosenCount > 0 && (
            <span className="visually-hidden"> {notes.selected(chosenCount)}</span>
          )}
        </p>
        {chosenCount < shownCount && (
          <button type="button" onClick={onChooseAll}>
            {notes.selectAll}
          </button>
        )}
        {(['review', 'gone'] as const).map((kind) => {
          const count = all.filter(({ standing }) => standing.kind === kind).length;
          if (count === 0 || filter.standing === kind) return null;
          return (
            <button
              key={kind}
              type="button"
              onClick={() => {
                setFilter({ ...noFilter, standing: kind });
              }}
            >
              {kind === 'review' ? notes.review(count) : notes.goneCount(count)}
            </button>
          );
        })}
        {isFiltered && (
          <button
            type="button"
            onClick={() => {
              setFilter(noFilter);
            }}
          >
            {notes.clearFilters}
          </button>
        )}
      </div>
      {shownCount === 0 && <p className={styles['empty']}>{notes.listFiltered}</p>}
    </>
  );
}
