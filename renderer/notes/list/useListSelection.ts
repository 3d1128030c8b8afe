import { useMemo, useState } from 'react';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { chooseAll, extendTo, noSelection, toggle, type ListSelection } from './listSelection.ts';

type UsedSelection = {
  readonly chosen: ListSelection['chosen'];
  readonly toggle: (id: AnnotationId) => void;
  readonly extendTo: (order: readonly AnnotationId[], id: AnnotationId) => void;
  readonly chooseAll: (order: readonly AnnotationId[]) => void;
  readonly clear: () => void;
};

/** The rows chosen in the list. */
export function useListSelection(): UsedSelection {
  const [selection, setSelection] = useState(noSelection);
  const acts = useMemo(
    () => ({
      toggle: (id: AnnotationId) => {
        setSelection((last) => toggle(last, id));
      },
      extendTo: (order: readonly AnnotationId[], id: AnnotationId) => {
        setSelection((last) => extendTo(last, order, id));
      },
      chooseAll: (order: readonly AnnotationId[]) => {
        setSelection(chooseAll(order));
      },
      clear: () => {
        setSelection(noSelection);
      },
    }),
    [],
  );
  return useMemo(() => ({ ...acts, chosen: selection.chosen }), [acts, selection.chosen]);
}
