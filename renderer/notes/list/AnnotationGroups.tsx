import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { AnnotationId } from '../../../shared/domain/ids.ts';
import { useOpenAnnotation } from '../../app/useOpenAnnotation.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnnotationListView } from './AnnotationListProvider.tsx';
import { AnnotationRow, type RowActions } from './AnnotationRow.tsx';
import styles from './AnnotationsPanel.module.css';
import type { AnnotationGroup, ListedAnnotation, SectionGroup } from './groupAnnotations.ts';
import { useGrowingCount } from './useGrowingCount.ts';
import type { ListKeys } from './useListKeys.ts';

type AnnotationGroupsProps = {
  readonly groups: readonly AnnotationGroup[];
  readonly total: number;
  readonly chosen: ReadonlySet<AnnotationId>;
  readonly keys: ListKeys;
  readonly actions: RowActions;
};

/** The list itself: documents, sections, rows. One stop of the Tab key; arrows go from row to row. */
export function AnnotationGroups({ groups, total, chosen, keys, actions }: AnnotationGroupsProps) {
  const { notes } = useStrings();
  const { openAnnotation } = useOpenAnnotation();
  const [drawn, drawAll] = useGrowingCount(total);
  const list = useScrollKept();
  const rowOf = (one: ListedAnnotation) => (
    <AnnotationRow
      key={one.annotation.id}
      one={one}
      isSelected={chosen.has(one.annotation.id)}
      isOpen={openAnnotation === one.annotation.id}
      isCurrent={keys.current === one.annotation.id}
      actions={actions}
    />
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // The row one goes to must be there.
    if (event.key === 'End') drawAll();
    keys.onKeyDown(event);
  };
  return (
    <div ref={list} className={styles['groups']} onKeyDown={onKeyDown}>
      {firstOf(groups, drawn).map(({ document, count, sections }) => (
        <section key={document?.id ?? 'free'}>
          <h3 className={styles['group']} title={document?.title}>
            <span className={styles['title']}>{document?.shortTitle ?? notes.freeNotes}</span>
            <span className={styles['number']}>{count}</span>
          </h3>
          {sections.map((section) => (
            <SectionRows
              key={`${section.path.join('/')} ${section.members[0]?.annotation.id ?? ''}`}
              section={section}
              documentTitle={document?.title ?? null}
              rowOf={rowOf}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

type SectionRowsProps = {
  readonly section: SectionGroup;
  readonly documentTitle: string | null;
  readonly rowOf: (one: ListedAnnotation) => React.JSX.Element;
};

function SectionRows({ section: { path, members }, documentTitle, rowOf }: SectionRowsProps) {
  // Many documents have one outermost section: their own title.
  const titles = path.filter((title) => title !== documentTitle);
  const name = titles.at(-1);
  return (
    <>
      {name !== undefined && (
        <h4 className={styles['section']} title={titles.join(' › ')}>
          {name}
        </h4>
      )}
      <ul className={styles['list']}>{members.map(rowOf)}</ul>
    </>
  );
}

/** The first rows of the groups; groups keep their counts. */
function firstOf(groups: readonly AnnotationGroup[], limit: number): readonly AnnotationGroup[] {
  let left = limit;
  const first: AnnotationGroup[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    const sections: SectionGroup[] = [];
    for (const section of group.sections) {
      if (left <= 0) break;
      const members =
        section.members.length <= left ? section.members : section.members.slice(0, left);
      sections.push({ ...section, members });
      left -= members.length;
    }
    first.push({ ...group, sections });
  }
  return first;
}

/** The list stands where it stood when it was last seen. */
function useScrollKept() {
  const { scrolled } = useAnnotationListView();
  const list = useRef<HTMLDivElement>(null);
  // Scrolling lies outside React.
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    element.scrollTop = scrolled.current;
    const keep = (): void => {
      scrolled.current = element.scrollTop;
    };
    element.addEventListener('scroll', keep, { passive: true });
    return () => {
      element.removeEventListener('scroll', keep);
    };
  }, [scrolled]);
  return list;
}
