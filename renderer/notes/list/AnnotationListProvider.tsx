import { useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createRequiredContext } from '../../ui/createRequiredContext.ts';
import { noFilter, type AnnotationFilter } from './filterAnnotations.ts';

/** The row at the top of what is seen of a list. */
export type ListPlace = {
  readonly id: string;
  /** How far below the top edge of the list it begins, in CSS pixels; mostly less than zero. */
  readonly offset: number;
};

type AnnotationListView = {
  readonly filter: AnnotationFilter;
  readonly setFilter: (filter: AnnotationFilter) => void;
  /** Where the list was seen last; null at its beginning. */
  readonly place: RefObject<ListPlace | null>;
};

const [ViewContext, useAnnotationListView] =
  createRequiredContext<AnnotationListView>('annotation list');

export { useAnnotationListView };

/** What the list shows and where it stands, while another tab or room is in its place. */
export function AnnotationListProvider({ children }: { readonly children: ReactNode }) {
  const [filter, setFilter] = useState(noFilter);
  const place = useRef<ListPlace>(null);
  const view = useMemo(() => ({ filter, setFilter, place }), [filter]);
  return <ViewContext value={view}>{children}</ViewContext>;
}
