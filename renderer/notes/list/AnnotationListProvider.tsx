import { useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createRequiredContext } from '../../ui/createRequiredContext.ts';
import { noFilter, type AnnotationFilter } from './filterAnnotations.ts';

type AnnotationListView = {
  readonly filter: AnnotationFilter;
  readonly setFilter: (filter: AnnotationFilter) => void;
  /** How far the list was scrolled, in CSS pixels. */
  readonly scrolled: RefObject<number>;
};

const [ViewContext, useAnnotationListView] =
  createRequiredContext<AnnotationListView>('annotation list');

export { useAnnotationListView };

/** What the list shows and where it stands, while another tab or room is in its place. */
export function AnnotationListProvider({ children }: { readonly children: ReactNode }) {
  const [filter, setFilter] = useState(noFilter);
  const scrolled = useRef(0);
  const view = useMemo(() => ({ filter, setFilter, scrolled }), [filter]);
  return <ViewContext value={view}>{children}</ViewContext>;
}
