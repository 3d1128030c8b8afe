import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Document } from '../../../shared/domain/document.ts';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { usedAnnotations } from '../../../shared/handout/usedAnnotations.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer } from '../../app/useYandu.ts';
import { keepUndo } from '../../ui/keepUndo.ts';
import { AnnotationFilters } from './AnnotationFilters.tsx';
import { AnnotationGroups } from './AnnotationGroups.tsx';
import { useAnnotationListView } from './AnnotationListProvider.tsx';
import type { RowActions } from './AnnotationRow.tsx';
import styles from './AnnotationsPanel.module.css';
import { createKeyReader, filterAnnotations, type AnnotationFilter } from './filterAnnotations.ts';
import { documentOf, groupAnnotations, type AnnotationGroup } from './groupAnnotations.ts';
import { ListActions } from './ListActions.tsx';
import { ListState } from './ListState.tsx';
import type { StandingAnnotation } from '../placeAnnotations.ts';
import { SelectedAnnotations } from './SelectedAnnotations.tsx';
import { useAnnotationActions } from '../useAnnotationActions.ts';
import { useListKeys } from './useListKeys.ts';
import { useListSelection } from './useListSelection.ts';
import { useStandingAnnotations } from '../useStandingAnnotations.ts';

const noDocuments: readonly Document[] = [];
const noGroups: readonly AnnotationGroup[] = [];

/** All annotations of all documents in one place. */
export function AnnotationsPanel() {
  const { notes } = useStrings();
  const all = useStandingAnnotations();
  const { filter, setFilter } = useAnnotationListView();
  const { data: documents = noDocuments } = useAnswer('listDocuments', {});
  // Typing is answered first, the list follows.
  const wanted = useDeferredValue(filter);
  const answered = useShownGroups(all, documents, wanted);
  const groups = answered ?? noGroups;
  const selection = useListSelection();
  const panel = useRef<HTMLElement>(null);
  const { remove } = useAnnotationActions();

  const shown = useMemo(
    () => groups.flatMap(({ sections }) => sections.flatMap(({ members }) => members)),
    [groups],
  );
  const order = useMemo(() => shown.map(({ annotation }) => annotation.id), [shown]);
  // What a filter hides is not chosen: nobody deletes what they do not see.
  const selected = shown.filter(({ annotation }) => selection.chosen.has(annotation.id));
  const chooseAll = (): void => {
    selection.chooseAll(order);
  };
  const keys = useListKeys({
    order,
    hasChosen: selected.length > 0,
    toggle: selection.toggle,
    extendTo: (id) => {
      selection.extendTo(order, id);
    },
    chooseAll,
    clear: selection.clear,
    remove: (id) => {
      const chosen = selected.map(({ annotation }) => annotation.id);
      const ids = chosen.length > 0 ? chosen : [id];
      void remove(ids).then(selection.clear);
      return new Set(ids);
    },
  });
  const actions = useRowActions(order, selection, keys.setCurrent);

  if (answered !== null && all.length === 0) {
    return (
      <section className={styles['panel']} aria-label={notes.list}>
        <ListActions />
        <p className={styles['empty']}>{notes.listEmpty}</p>
      </section>
    );
  }
  return (
    <section ref={panel} tabIndex={-1} className={styles['panel']} aria-label={notes.list}>
      <ListActions />
      <input
        type="search"
        className={styles['search']}
        aria-label={notes.searchNotes}
        placeholder={notes.searchNotes}
        value={filter.words}
        onChange={(event) => {
          setFilter({ ...filter, words: event.target.value });
        }}
        onKeyDown={(event) => {
          if (filter.words !== '') keepUndo(event);
        }}
      />
      <AnnotationFilters all={all} documents={documents} />
      {answered !== null && (
        <ListState
          all={all}
          shownCount={shown.length}
          chosenCount={selected.length}
          onChooseAll={chooseAll}
        />
      )}
      {selected.length > 0 && (
        <SelectedAnnotations
          selected={selected}
          onDone={() => {
            // The group goes with its buttons, and the keyboard stays in the list.
            panel.current?.focus();
            selection.clear();
          }}
        />
      )}
      {shown.length > 0 && (
        <AnnotationGroups
          groups={groups}
          order={order}
          filter={wanted}
          chosen={selection.chosen}
          keys={keys}
          actions={actions}
        />
      )}
    </section>
  );
}

/** What passes the filter, in its groups; null until the outlines are there. */
function useShownGroups(
  all: readonly StandingAnnotation[],
  documents: readonly Document[],
  filter: AnnotationFilter,
): readonly AnnotationGroup[] | null {
  const used = useUsedAnnotations(all);
  const { openAnnotation: open } = useOpenAnnotation();
  const [keyOf] = useState(createKeyReader);
  const documentIds = useMemo(
    () => [...new Set(all.map(documentOf))].filter((id) => id !== null).toSorted(),
    [all],
  );
  const { data: sections } = useAnswer('listSections', { documentIds }, { keepPrevious: true });
  return useMemo(
    () =>
      sections === undefined
        ? null
        : groupAnnotations(
            filterAnnotations(all, filter, { used, keyOf, open }),
            documents,
            sections,
          ),
    [all, filter, used, keyOf, open, documents, sections],
  );
}

/** The same functions at every render, so that a row is drawn again only when it changes. */
function useRowActions(
  order: readonly AnnotationId[],
  { toggle, extendTo }: ReturnType<typeof useListSelection>,
  reach: (id: AnnotationId) => void,
): RowActions {
  const { dispatch } = useOpenAnnotation();
  const latest = useRef(order);
  // Read when a row is clicked, never while drawing.
  useEffect(() => {
    latest.current = order;
  });
  return useMemo(
    () => ({
      toggle,
      reach,
      extendTo: (id) => {
        extendTo(latest.current, id);
      },
      open: (id, place) => {
        if (place !== null) dispatch({ kind: 'go', place, flash: place.end > place.start });
        dispatch({ kind: 'openAnnotation', id });
      },
    }),
    [toggle, reach, extendTo, dispatch],
  );
}

/** Those that stand in a handout. */
function useUsedAnnotations(all: readonly StandingAnnotation[]): ReadonlySet<AnnotationId> {
  const { data: handouts } = useAnswer('listHandouts', {});
  return useMemo(
    () =>
      usedAnnotations(
        all.map(({ annotation }) => annotation),
        (handouts ?? []).flatMap(({ items }) => items),
      ),
    [all, handouts],
  );
}
