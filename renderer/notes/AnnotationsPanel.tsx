import { useCallback, useMemo, useState } from 'react';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { useAnswer } from '../app/useYandu.ts';
import { activePane } from '../app/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { AnnotationFilters } from './AnnotationFilters.tsx';
import { AnnotationRow } from './AnnotationRow.tsx';
import styles from './AnnotationsPanel.module.css';
import { filterAnnotations, noFilter } from './filterAnnotations.ts';
import { groupAnnotations } from './groupAnnotations.ts';
import { ListActions } from './ListActions.tsx';
import { SelectedAnnotations } from './SelectedAnnotations.tsx';
import { useStandingAnnotations } from './useStandingAnnotations.ts';

/** All annotations of all documents in one place. */
export function AnnotationsPanel() {
  const { notes } = useStrings();
  const { workspace } = useWorkspace();
  const all = useStandingAnnotations();
  const used = useUsedAnnotations();
  const { data: documents = [] } = useAnswer('listDocuments', {});
  const [filter, setFilter] = useState(noFilter);
  const [chosen, setChosen] = useState<ReadonlySet<AnnotationId>>(new Set());

  const groups = useMemo(() => {
    const matching = new Set(
      filterAnnotations(
        all.map(({ annotation }) => annotation),
        filter,
        used,
      ),
    );
    const shown = all.filter(({ annotation }) => matching.has(annotation));
    return groupAnnotations(shown, documents);
  }, [all, filter, used, documents]);
  const shown = groups.flatMap(({ members }) => members);
  const selected = shown.filter(({ annotation }) => chosen.has(annotation.id));
  const currentDocument = activePane(workspace).documentId;

  const select = useCallback((id: AnnotationId, isSelected: boolean): void => {
    setChosen((last) => {
      const next = new Set(last);
      if (isSelected) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const reviewCount = all.filter(
    ({ standing }) => standing.kind === 'review' || standing.kind === 'gone',
  ).length;
  return (
    <section className={styles['panel']} aria-label={notes.list}>
      <ListActions documentId={currentDocument} />
      <input
        type="search"
        className={styles['search']}
        aria-label={notes.searchNotes}
        placeholder={notes.searchNotes}
        value={filter.words}
        onChange={(event) => {
          setFilter({ ...filter, words: event.target.value });
        }}
      />
      <AnnotationFilters filter={filter} currentDocument={currentDocument} onChange={setFilter} />
      <p className={styles['count']} role="status">
        {notes.count(shown.length, all.length)}
        {reviewCount > 0 && ` · ${notes.review(reviewCount)}`}
      </p>
      {shown.length > 0 && selected.length < shown.length && (
        <Button
          kind="quiet"
          onClick={() => {
            setChosen(new Set(shown.map(({ annotation }) => annotation.id)));
          }}
        >
          {notes.selectAll}
        </Button>
      )}
      {selected.length > 0 && (
        <SelectedAnnotations
          selected={selected}
          onDone={() => {
            setChosen(new Set());
          }}
        />
      )}
      {shown.length === 0 && (
        <p className={styles['empty']}>{all.length === 0 ? notes.listEmpty : notes.listFiltered}</p>
      )}
      <div className={styles['groups']}>
        {groups.map(({ document, members }) => (
          <section key={document?.id ?? 'free'}>
            <h3 className={styles['group']}>
              {document?.shortTitle ?? notes.freeNotes} <span>{members.length}</span>
            </h3>
            <ul className={styles['list']}>
              {members.map((one) => (
                <AnnotationRow
                  key={one.annotation.id}
                  one={one}
                  isSelected={chosen.has(one.annotation.id)}
                  onSelect={select}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

/** Those that stand in a handout. */
function useUsedAnnotations(): ReadonlySet<AnnotationId> {
  const { data: handouts } = useAnswer('listHandouts', {});
  return useMemo(
    () =>
      new Set(
        (handouts ?? []).flatMap(({ items }) =>
          items.flatMap((item) =>
            item.kind === 'excerpt' && item.annotationId !== null ? [item.annotationId] : [],
          ),
        ),
      ),
    [handouts],
  );
}
